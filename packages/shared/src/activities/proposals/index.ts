import { z } from 'zod';
import { defineKind } from '../kind.ts';
import { rankProposals } from './count.ts';
import { ProposalSettings } from './settings.ts';

/** A call for proposals: people deposit, support and discuss; the town answers each. */
export const proposals = defineKind({
  name: 'proposals',
  actions: ['propose', 'support', 'comment'],
  contributionKinds: ['proposal'],
  settings: ProposalSettings,
  example: ProposalSettings.parse({
    categories: [
      { id: 'rues', name: 'Rues et places' },
      { id: 'arbres', name: 'Arbres et eau' },
    ],
  }),
  offers: (settings) => ['propose', ...(settings.supports ? ['support'] : []), ...(settings.comments ? ['comment'] : [])],
  count: rankProposals,
  shown: ({ ranking }) => ({ ranking: ranking.slice(0, 20) }),
  categories: (settings) => settings.categories,
  result: z.object({ ranking: z.array(z.object({ rank: z.int(), number: z.int(), title: z.string(), supports: z.int() })) }),
});
