import { Inject, Injectable } from '@nestjs/common';
import { kindOf } from '@parvis/shared/activities/registry.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import { say } from '../../platform/messages/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { ChangedMeanwhile } from '../contributions/index.ts';
import { publishFiles } from '../files/index.ts';
import { requireLegalPages } from '../legal/index.ts';
import { recordEvent } from '../log/index.ts';
import { readCalendar } from './calendar.queries.ts';
import { missingFrom } from './checklist.ts';
import { readChecklistRow } from './consultation-admin.queries.ts';
import { publishVersion, writeOpenings, type Editing } from './consultation-changes.ts';
import { readContent } from './consultation-content.queries.ts';
import { lockConsultation, readFilesOfConsultation, touch, updateState, type LockedConsultation } from './consultation-editing.queries.ts';
import {
  ConsultationArchived,
  ConsultationIncomplete,
  ConsultationNotFound,
  ConsultationOpen,
  NotADraft,
  NotPublished,
} from './consultations.errors.ts';
import { readIsOpen } from './publishing.queries.ts';
import { recordRollChange } from './roll-history.ts';
import { countRoll } from './rolls.queries.ts';

/** Opens, closes and archives consultations. */
@Injectable()
export class PublishingService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * Publishes a draft: from this moment its calendar decides what is open, and every change is public.
   * @throws NotADraft, LegalPagesIncomplete, ConsultationIncomplete naming what is missing, ChangedMeanwhile
   */
  async publish(editing: Editing, language: Language): Promise<void> {
    const { town, actor, consultationId, readAt } = editing;
    await this.db.transaction(async (tx) => {
      const locked = await this.lock(tx, editing);
      if (locked.state !== 'draft') throw new NotADraft();
      if (readAt !== undefined && readAt !== locked.updated_at) throw new ChangedMeanwhile();
      await requireLegalPages(tx, town.id, language);
      const missing = missingFrom((await readChecklistRow(tx, town.id, consultationId))!);
      if (missing.length > 0)
        throw new ConsultationIncomplete({ missing: missing.map((code) => say(language, `consultations.checklist.${code}`)).join(', ') });
      await updateState(tx, town.id, consultationId, 'published');
      const openings = await writeOpenings(tx, town.id, consultationId, null);
      await publishFiles(tx, town.id, await readFilesOfConsultation(tx, town.id, consultationId));
      await touch(tx, town.id, consultationId, false);
      await publishVersion(tx, editing, {
        version: locked.version,
        content: await readContent(tx, town.id, consultationId),
        act: 'published',
      });
      if (locked.visibility === 'invited')
        await recordRollChange(
          tx,
          'roll-published',
          { municipality_id: town.id, consultation_id: consultationId, people: await countRoll(tx, town.id, consultationId) },
          actor.participantId,
        );
      for (const { id, kind, settings } of (await readCalendar(tx, town.id, consultationId)).activities) {
        await recordEvent(tx, {
          municipalityId: town.id,
          topic: 'rules.published',
          consultationId,
          participantId: actor.participantId,
          subject: { activity: id },
          record: {
            activity: id,
            kind,
            settings,
            offers: [...(kindOf(kind)?.offers(settings) ?? [])],
            openings: openings.filter((one) => one.activityId === id),
          },
        });
      }
      await addJob(
        tx,
        'consultations.invite',
        { municipalityId: town.id, consultationId },
        { key: `consultations.invite:${consultationId}` },
      );
    });
  }

  /** From this moment, by the database's clock, nothing is open. @throws NotPublished */
  async close(editing: Editing): Promise<void> {
    await this.end(editing, 'closed', async (tx, locked) => {
      if (locked.state !== 'published') throw new NotPublished();
      const { closed_at } = (await lockConsultation(tx, editing.town.id, locked.id))!;
      await writeOpenings(tx, editing.town.id, locked.id, closed_at);
    });
  }

  /** Nothing changes any more. @throws NotPublished, ConsultationOpen while something is open or still to open */
  async archive(editing: Editing): Promise<void> {
    await this.end(editing, 'archived', async (tx, locked) => {
      if (locked.state === 'draft') throw new NotPublished();
      if (locked.state === 'published' && (await readIsOpen(tx, editing.town.id, locked.id))) throw new ConsultationOpen();
    });
  }

  private async end(
    editing: Editing,
    state: 'closed' | 'archived',
    work: (tx: Tx, locked: LockedConsultation) => Promise<void>,
  ): Promise<void> {
    const { town, actor, consultationId, reason = '' } = editing;
    await this.db.transaction(async (tx) => {
      const locked = await this.lock(tx, editing);
      if (state === 'closed' && locked.state === 'published') await updateState(tx, town.id, consultationId, state);
      await work(tx, locked);
      if (state === 'archived') await updateState(tx, town.id, consultationId, state);
      await touch(tx, town.id, consultationId, false);
      await recordEvent(tx, {
        municipalityId: town.id,
        topic: `consultation.${state}`,
        consultationId,
        participantId: actor.participantId,
        record: { consultation: consultationId, state, reason },
        history: { role: 'administrator', act: state, reason },
      });
    });
  }

  private async lock(tx: Tx, { town, consultationId }: Editing): Promise<LockedConsultation> {
    const locked = await lockConsultation(tx, town.id, consultationId);
    if (!locked) throw new ConsultationNotFound();
    if (locked.state === 'archived') throw new ConsultationArchived();
    return locked;
  }
}
