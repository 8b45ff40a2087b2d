import { isRestricting, possibleActs, stateAfter, type Moderated } from '@parvis/shared/rules/moderation.ts';
import type { DecisionAct } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { updateContribution } from '../contributions/index.ts';
import { recordEvent } from '../log/index.ts';
import { notify } from '../notifications/index.ts';
import { insertDecision, settleAppeals, settleWaiting, type ContentRow } from './decisions.queries.ts';
import { DecisionNotPossible, OwnContribution } from './moderation.errors.ts';

/** One decision, once everything that may refuse it was asked but the content's own states. */
export interface NewDecision {
  readonly municipalityId: string;
  readonly content: ContentRow;
  /** The states of the content, whose row is locked. */
  readonly state: Moderated & { readonly revision: number };
  readonly act: DecisionAct;
  readonly rule: { readonly version: number; readonly number: number };
  readonly reason: string;
  readonly decidedBy: string;
  /** The appeal that this decision answers. An upheld one repeats the contested act; where nothing is left to change, states stay. */
  readonly appeal?: { readonly id: string; readonly outcome: 'upheld' | 'overturned'; readonly keepsState: boolean };
}

/**
 * Decides about one content, of whatever kind: the decision, the new states, the outcome for those who flagged, the public event and
 * the mails, all in the caller's transaction. Gives the decision's id.
 * @throws DecisionNotPossible, OwnContribution, AnotherModerator (by the database)
 */
export async function decideContribution(tx: Tx, decision: NewDecision): Promise<string> {
  const { municipalityId, content, state, act, rule, reason, decidedBy, appeal } = decision;
  const after = appeal?.keepsState ? state : stateAfter(act, state);
  if (!after || (!appeal && !possibleActs(state, { hasAccount: content.author_has_account }).includes(act)))
    throw new DecisionNotPossible();
  const id = newId();
  const isMade = await insertDecision(tx, {
    municipalityId,
    id,
    contributionId: content.id,
    revision: state.revision,
    act,
    ruleVersion: rule.version,
    ruleNumber: rule.number,
    reason,
    decidedBy,
    appealId: appeal?.id ?? null,
  });
  if (!isMade) throw new OwnContribution();
  if (after !== state)
    await updateContribution(tx, municipalityId, content.id, { publication: after.publication, moderation: after.moderation });
  await settleWaiting(tx, municipalityId, content.id, id);
  if (appeal || !isRestricting(act))
    await settleAppeals(tx, municipalityId, content.id, id, isRestricting(act) ? (appeal?.id ?? null) : null);
  await recordDecision(tx, id, decision);
  if (act === 'publish') await publishContent(tx, municipalityId, content, state.revision);
  await notify(tx, { municipalityId, actorId: decidedBy, what: 'decision-made', decisionId: id });
  return id;
}

/** In public a decision has a role and no name: moderators are not to be sought out at home. The table keeps who decided. */
async function recordDecision(
  tx: Tx,
  id: string,
  { municipalityId, content, state, act, rule, reason, decidedBy, appeal }: NewDecision,
): Promise<void> {
  const subject = { decisionId: id, act, ruleVersion: rule.version, ruleNumber: rule.number, subjectId: content.subject_id };
  await recordEvent(tx, {
    municipalityId,
    topic: 'decision.made',
    consultationId: content.consultation_id,
    contributionId: content.id,
    subject,
    record: {
      id,
      contributionId: content.id,
      revision: state.revision,
      act,
      ruleVersion: rule.version,
      ruleNumber: rule.number,
      reason,
      decidedBy,
      appealId: appeal?.id ?? null,
    },
    history: {
      role: 'moderator',
      act,
      detail: { decisionId: id, ruleVersion: rule.version, ruleNumber: rule.number, ...(appeal && { appeal: appeal.outcome }) },
      reason,
    },
  });
}

async function publishContent(tx: Tx, municipalityId: string, content: ContentRow, revision: number): Promise<void> {
  await recordEvent(tx, {
    municipalityId,
    topic: `${content.kind}.published`,
    consultationId: content.consultation_id,
    contributionId: content.id,
    participantId: content.participant_id,
    subject: { subjectId: content.subject_id, stance: content.stance, revision },
    record: { id: content.id, revision, participantId: content.participant_id, ...content.content },
  });
  if (content.kind === 'comment')
    await notify(tx, { municipalityId, actorId: content.participant_id, what: 'comment-published', contributionId: content.id });
}
