import { decisionActs, type DecisionAct, type ModerationState, type PublicationState } from './words.ts';

/** The two states that a moderator's decision can change. */
export interface Moderated {
  readonly publication: PublicationState;
  readonly moderation: ModerationState;
}

const wasPublished: readonly PublicationState[] = ['published', 'withdrawn', 'merged'];

/**
 * The states after a decision, or null when it is not possible in these. Nothing is ever deleted: `hide` leaves the place, `refuse`
 * leaves a contribution pending and hidden (never public), which `publish` can still reverse.
 */
export function stateAfter(act: DecisionAct, { publication, moderation }: Moderated): Moderated | null {
  const isPublic = wasPublished.includes(publication);
  const isShown = moderation === 'none' || moderation === 'locked';
  switch (act) {
    case 'keep':
      return isPublic && isShown ? { publication, moderation } : null;
    case 'hide':
      return isPublic && moderation !== 'hidden' ? { publication, moderation: 'hidden' } : null;
    case 'restore':
      return isPublic && !isShown ? { publication, moderation: 'none' } : null;
    case 'ask-correction':
      return (publication === 'published' || publication === 'pending') && moderation !== 'hidden'
        ? { publication, moderation: 'correction-asked' }
        : null;
    case 'lock':
      return publication === 'published' && moderation === 'none' ? { publication, moderation: 'locked' } : null;
    case 'unlock':
      return isPublic && moderation === 'locked' ? { publication, moderation: 'none' } : null;
    case 'publish':
      return publication === 'pending' ? { publication: 'published', moderation: 'none' } : null;
    case 'refuse':
      return publication === 'pending' && moderation !== 'hidden' ? { publication, moderation: 'hidden' } : null;
  }
}

/** The decisions that are possible in these states, in the order in which a desk offers them. Who has no account (paper, imports) can be asked for nothing. */
export function possibleActs(state: Moderated, author: { readonly hasAccount: boolean }): DecisionAct[] {
  return decisionActs.filter((act) => stateAfter(act, state) !== null && (author.hasAccount || act !== 'ask-correction'));
}

/** Decisions that take something from their author, who may appeal against them once. */
export const restrictingActs = ['hide', 'ask-correction', 'lock', 'refuse'] as const satisfies readonly DecisionAct[];
export type RestrictingAct = (typeof restrictingActs)[number];

/** Acts that take something from the author, who may then appeal. */
export function isRestricting(act: DecisionAct): act is RestrictingAct {
  return restrictingActs.some((one) => one === act);
}

/** The decision that undoes a contested one, when an appeal succeeds, for a contribution that is in `publication` by now. */
export function reversalOf(act: RestrictingAct, publication: PublicationState): DecisionAct {
  if (publication === 'pending') return 'publish';
  return act === 'lock' ? 'unlock' : 'restore';
}

/** Days within which an author may appeal: six months. Source: Regulation (EU) 2022/2065 (Digital Services Act), article 20 (1). */
export const appealDays = 183;
