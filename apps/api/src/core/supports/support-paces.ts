import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/index.ts';
import { Cron, Every, Task } from '../../platform/jobs/index.ts';
import { readOutbox, type OutboxEvent } from '../log/index.ts';
import { addPaces, deleteOldPaces, pauseHasty, type Pace } from './support-paces.queries.ts';

const [consumer, eventsAtOnce, hourMs] = ['support-paces', 2_000, 3_600_000];

/**
 * The limit on supports of an account, which no request pays for: how fast people act is counted from the outbox a second later, and
 * who was too fast has a time to wait written on the participant, which the statement that decides a support reads anyway.
 */
@Injectable()
export class SupportPaces {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Counts what happened since the last run. */
  @Every(1_000)
  async count(): Promise<void> {
    while ((await readOutbox(this.db, consumer, eventsAtOnce, countSome)) === eventsAtOnce);
  }

  @Task('supports.forget-paces') @Cron('25 * * * *')
  forget(): Promise<void> {
    return deleteOldPaces(this.db);
  }
}

async function countSome(tx: Tx, events: readonly OutboxEvent[]): Promise<void> {
  const counted = events.filter((event) => (event.topic === 'support.given' || event.topic === 'support.revoked') && event.subject['channel'] === 'web' && Date.parse(event.at) > Date.now() - hourMs);
  for (const [municipalityId, own] of Map.groupBy(counted, (event) => event.municipality_id)) {
    const paces = [...Map.groupBy(own, (event) => `${event.participant_id} ${event.at.slice(0, 16)}`).values()].map((acts): Pace => ({ participantId: acts[0]!.participant_id!, minute: `${acts[0]!.at.slice(0, 16)}Z`, acts: acts.length }));
    await addPaces(tx, municipalityId, paces);
    await pauseHasty(tx, municipalityId, [...new Set(paces.map((one) => one.participantId))].sort());
  }
}
