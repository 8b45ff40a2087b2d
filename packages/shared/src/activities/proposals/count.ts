/** A published proposal as the open data tell it; counts are in people. */
export interface PublishedProposal {
  readonly number: number;
  readonly title: string;
  readonly supports: number;
}

/** What a call for proposals results in: every proposal with its rank. */
export interface ProposalRanking {
  readonly ranking: readonly { readonly rank: number; readonly number: number; readonly title: string; readonly supports: number }[];
}

/**
 * Ranks proposals by supports, most first. Equal counts share a rank and the next one is skipped ("1224", standard competition
 * ranking); within a rank the lower number, deposited earlier, is listed first. The town is not bound by it: it answers each.
 */
export function rankProposals(published: readonly PublishedProposal[]): ProposalRanking {
  const sorted = [...published].sort((a, b) => b.supports - a.supports || a.number - b.number);
  let rank = 0;
  return {
    ranking: sorted.map(({ number, title, supports }, at) => {
      if (at === 0 || sorted[at - 1]!.supports !== supports) rank = at + 1;
      return { rank, number, title, supports };
    }),
  };
}
