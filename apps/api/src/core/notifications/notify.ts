import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { addJob } from '../../platform/jobs/index.ts';

/**
 * Something that people may want to hear of, by its ids; who hears and in which words is found by the job.
 * - `response-published`: author, supporters, commenters and followers of every answered contribution, one mail each.
 * - `status-changed`: the same people, when a status changes without a response.
 * - `comment-published`: the author of what was commented on, and of the comment that was replied to. Not while it is pending.
 * - `proposal-published`: its author, when it waited for moderation.
 * - `decision-made`: the author gets the statement of reasons (hidden, correction asked, refused, restored, locked, published), whoever
 *   appealed the outcome of the appeal, whoever flagged what became of it.
 * - `flag-received`: the receipt for whoever flagged.
 * - `milestone-reached`: the people of a response's contributions, when a commitment or one of its milestones moves.
 */
export type NoticeEvent = {
  readonly municipalityId: string;
  /** The participant who acted, who is not told of the own act. */
  readonly actorId?: string | null;
} & (
  | { readonly what: 'response-published'; readonly responseId: string }
  | { readonly what: 'status-changed'; readonly contributionId: string; readonly status: string }
  | { readonly what: 'comment-published'; readonly contributionId: string }
  | { readonly what: 'proposal-published'; readonly contributionId: string }
  | { readonly what: 'decision-made'; readonly decisionId: string }
  | { readonly what: 'flag-received'; readonly flagId: string }
  | { readonly what: 'milestone-reached'; readonly commitmentId: string; readonly milestoneId: string | null }
);

/** Adds the one job that tells everybody concerned, in the act's transaction: nobody hears of an act that was rolled back. */
export async function notify(tx: Tx, event: NoticeEvent): Promise<void> {
  await addJob(tx, 'notify', { eventId: newId(), event });
}
