import { createHash, randomBytes } from 'node:crypto';
import { commitmentBytes } from '@parvis/shared/rules/commitment.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { insertHistory, insertOutbox, insertOutboxRows, type OutboxRow } from './outbox.queries.ts';

/** A business event: what the public log commits to, and what the public history shows. */
export interface DomainEvent {
  readonly municipalityId: string;
  /** What happened, as `<noun>.<past verb>`: proposal.published, comment.revised, decision.made, support.given … */
  readonly topic: string;
  readonly consultationId?: string | null;
  readonly contributionId?: string | null;
  /** Who did it; null for the system itself. */
  readonly participantId?: string | null;
  /** Facts for the jobs that read the outbox: ids and codes, never a text or a name. */
  readonly subject?: Readonly<Record<string, string | number | boolean | null>>;
  /** The published record that is committed to, flat where possible; salted and hashed, never stored here. */
  readonly record: object;
  /** Shown in the public history; absent for events that are not (a support). */
  readonly history?: { readonly role: string; readonly act: string; readonly detail?: object; readonly reason?: string };
}

/** Writes the outbox row with its salted commitment and, if asked, the public history row, in the act's own transaction. */
export async function recordEvent(tx: Tx, event: DomainEvent): Promise<void> {
  const { municipalityId, consultationId = null, contributionId = null, participantId = null, history } = event;
  await insertOutbox(tx, committed(event));
  if (history) {
    await insertHistory(tx, {
      municipalityId,
      id: newId(),
      consultationId,
      contributionId,
      participantId,
      role: history.role,
      act: history.act,
      detail: history.detail ?? {},
      reason: history.reason ?? '',
    });
  }
}

/** As `recordEvent`, for many events of one town and one topic, without history: an import of thousands is one line of it. */
export async function recordEvents(tx: Tx, events: readonly Omit<DomainEvent, 'history'>[]): Promise<void> {
  await insertOutboxRows(tx, events.map(committed));
}

function committed({
  municipalityId,
  topic,
  consultationId = null,
  contributionId = null,
  participantId = null,
  subject = {},
  record,
}: DomainEvent): OutboxRow {
  const salt = randomBytes(32);
  const commitment = createHash('sha256')
    .update(commitmentBytes({ kind: topic, salt, record }))
    .digest();
  return { municipalityId, topic, consultationId, contributionId, participantId, subject, salt, commitment };
}
