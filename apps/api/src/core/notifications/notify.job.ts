import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Task } from '../../platform/jobs/index.ts';
import { TownDirectory } from '../municipalities/index.ts';
import { readPhasesClosing, readPhasesOpened, type PhaseFacts } from './events.queries.ts';
import { Notifier } from './notifier.ts';
import type { NoticeEvent } from './notify.ts';
import { plansOf } from './plans.ts';

/** Turns events into mails. */
@Injectable()
export class NotifyJob {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(TownDirectory) private readonly towns: TownDirectory,
    @Inject(Notifier) private readonly notifier: Notifier,
  ) {}

  @Task('notify')
  async run({ eventId, event }: { eventId: string; event: NoticeEvent }): Promise<void> {
    const town = await this.towns.byId(event.municipalityId);
    if (!town) return;
    for (const plan of await plansOf(this.db, event)) await this.notifier.tell(town, eventId, plan, event.actorId ?? null);
  }

  /** Tells those who took part that a stage has opened, or ends within three days; once for each stage and date. */
  async tellOfPhases(municipalityId: string): Promise<void> {
    const town = await this.towns.byId(municipalityId);
    if (!town) return;
    const tell = async (kind: 'phase-opened' | 'phase-closing', phase: PhaseFacts, moment: string | null): Promise<void> => {
      const facts = { phase: phase.title, consultation: phase.consultation_title, slug: phase.consultation_slug, endsAt: phase.ends_at };
      await this.notifier.tell(
        town,
        eventIdOf(`${kind}:${phase.id}:${moment ?? ''}`),
        { kind, facts, contributionIds: [], audience: { of: 'consultation', id: phase.consultation_id } },
        null,
      );
    };
    for (const phase of await readPhasesOpened(this.db, municipalityId)) await tell('phase-opened', phase, phase.starts_at);
    for (const phase of await readPhasesClosing(this.db, municipalityId)) await tell('phase-closing', phase, phase.ends_at);
  }
}

/** An event's id made of what it is, where no act gave it one: the same at each look at the calendar (UUIDv8, RFC 9562). */
export function eventIdOf(what: string): string {
  const hex = createHash('sha256').update(what).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
