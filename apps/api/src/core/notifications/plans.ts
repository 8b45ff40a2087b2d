import type { NoticeKind } from '@parvis/shared/rules/notices.ts';
import type { DecisionAct } from '@parvis/shared/rules/words.ts';
import type { Database } from '../../platform/database/index.ts';
import { readAuthor, readComment, readCommitment, readDecision, readFlag, readResponse } from './events.queries.ts';
import type { Facts } from './notices.queries.ts';
import type { NoticeEvent } from './notify.ts';
import type { Recipient } from './recipients.queries.ts';

/** Who is to be told. */
type Audience =
  | { readonly of: 'contributions'; readonly ids: readonly string[] }
  | { readonly of: 'response'; readonly id: string }
  | { readonly of: 'consultation'; readonly id: string }
  | { readonly of: 'people'; readonly ids: readonly string[]; readonly why: Recipient['why'] };

/** One sort of mail about an event: kind, sentences' values, audience. Plans of one event are in order: a person gets the first that fits. */
export interface Plan {
  readonly kind: Exclude<NoticeKind, 'staff-digest'>;
  readonly facts: Facts;
  readonly contributionIds: readonly string[];
  readonly audience: Audience;
}

const kindOfDecision: Readonly<Record<DecisionAct, Plan['kind'] | null>> = {
  keep: null,
  hide: 'contribution-hidden',
  restore: 'contribution-restored',
  'ask-correction': 'correction-asked',
  lock: 'contribution-locked',
  unlock: 'contribution-unlocked',
  publish: 'proposal-published',
  refuse: 'contribution-refused',
};

/** `rule-en` and the like: a letter cites the rule in its reader's language. */
function titlesIn(titles: Readonly<Record<string, string>>): Facts {
  return Object.fromEntries(Object.entries(titles).map(([language, title]) => [`rule-${language}`, title]));
}

type Of<W extends NoticeEvent['what']> = Extract<NoticeEvent, { what: W }>;
type Planner<W extends NoticeEvent['what']> = (db: Database, event: Of<W>) => Promise<Plan[]>;

const planners: { readonly [W in NoticeEvent['what']]: Planner<W> } = {
  async 'response-published'(db, { municipalityId, responseId }) {
    const response = await readResponse(db, municipalityId, responseId);
    if (!response) return [];
    const excerpt = response.body_text.length > 600 ? `${response.body_text.slice(0, 599).trimEnd()}…` : response.body_text;
    return [
      {
        kind: 'response-published',
        facts: { status: response.status, signedAs: response.signed_as, excerpt, activity: response.activity_title },
        contributionIds: [],
        audience: { of: 'response', id: responseId },
      },
    ];
  },
  async 'status-changed'(_db, { contributionId, status }) {
    return [
      {
        kind: 'status-changed',
        facts: { status },
        contributionIds: [contributionId],
        audience: { of: 'contributions', ids: [contributionId] },
      },
    ];
  },
  async 'comment-published'(db, { municipalityId, contributionId }) {
    const comment = await readComment(db, municipalityId, contributionId);
    if (!comment) return [];
    const others = (ids: readonly (string | null)[]): string[] => ids.filter((id): id is string => id !== null && id !== comment.author_id);
    const to = (kind: 'reply-to-mine' | 'comment-on-mine', id: string | null): Plan => ({
      kind,
      facts: { subjectId: comment.subject_id },
      contributionIds: [contributionId],
      audience: { of: 'people', ids: others([id]), why: 'author' },
    });
    return [to('reply-to-mine', comment.parent_author_id), to('comment-on-mine', comment.subject_author_id)];
  },
  async 'proposal-published'(db, { municipalityId, contributionId }) {
    const author = await readAuthor(db, municipalityId, contributionId);
    return author
      ? [
          {
            kind: 'proposal-published',
            facts: {},
            contributionIds: [contributionId],
            audience: { of: 'people', ids: [author], why: 'author' },
          },
        ]
      : [];
  },
  async 'decision-made'(db, { municipalityId, decisionId }) {
    const decision = await readDecision(db, municipalityId, decisionId);
    if (!decision) return [];
    const facts = {
      decisionId,
      act: decision.act,
      ruleNumber: decision.rule_number,
      rule: decision.rule_title,
      ...titlesIn(decision.rule_titles),
      reason: decision.reason,
    };
    const contributionIds = [decision.contribution_id];
    const kind = kindOfDecision[decision.act];
    const plan = (one: Plan['kind'], ids: readonly string[], why: Recipient['why']): Plan => ({
      kind: one,
      facts,
      contributionIds,
      audience: { of: 'people', ids, why },
    });
    return [
      ...(decision.appellant_id
        ? [
            {
              ...plan('appeal-decided', [decision.appellant_id], 'author'),
              facts: { ...facts, outcome: decision.upholds ? 'upheld' : 'overturned' },
            },
          ]
        : []),
      ...(kind ? [plan(kind, [decision.author_id], 'author')] : []),
      plan('flag-decided', decision.notifiers, 'notifier'),
    ];
  },
  async 'flag-received'(db, { municipalityId, flagId }) {
    const flag = await readFlag(db, municipalityId, flagId);
    return flag
      ? [
          {
            kind: 'flag-receipt',
            facts: { ground: flag.ground },
            contributionIds: [flag.contribution_id],
            audience: { of: 'people', ids: [flag.participant_id], why: 'notifier' },
          },
        ]
      : [];
  },
  async 'milestone-reached'(db, { municipalityId, commitmentId, milestoneId }) {
    const found = await readCommitment(db, municipalityId, commitmentId, milestoneId);
    if (!found) return [];
    const facts = { commitment: found.title, state: found.state, due: found.due_on, milestone: found.milestone, note: found.note };
    return [{ kind: 'milestone', facts, contributionIds: [], audience: { of: 'response', id: found.response_id } }];
  },
};

/** What an event means for whom; nothing when what it names is gone or not public. */
export function plansOf(db: Database, event: NoticeEvent): Promise<Plan[]> {
  const plan = planners[event.what] as Planner<NoticeEvent['what']>;
  return plan(db, event as never);
}
