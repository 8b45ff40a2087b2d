import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { addOne } from '@parvis/shared/activities/budget/counting/add-one.ts';
import { countBudget, type Completion, type CountingRule } from '@parvis/shared/activities/budget/counting/count.ts';
import { electionOf, pointsOf } from '@parvis/shared/activities/budget/counting/election.ts';
import type { Utility } from '@parvis/shared/activities/budget/counting/equal-shares.ts';
import { fillGreedily } from '@parvis/shared/activities/budget/counting/greedy.ts';
import { tieRanks } from '@parvis/shared/activities/budget/counting/ties.ts';
import { parsePb, type PbFile } from '@parvis/shared/activities/budget/pb-file.ts';
import { realData } from './support/real-data.ts';

// The files are not part of the repository: they stand beside it, and without them these tests are skipped.
const budgets = realData('participatory-budgets');
const committees = realData('approval-committees');
const withBudgets = budgets ? test : test.skip;
const withCommittees = committees ? test : test.skip;

const read = (path: string): string => {
  const bytes = readFileSync(existsSync(path) ? path : `${path}.gz`);
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
};
const expected = <T>(path: string): [string, T][] => Object.entries(JSON.parse(read(join(budgets!, path))) as Record<string, T>);
const files = new Map<string, PbFile>();
function fileOf(path: string): PbFile {
  const known = files.get(path);
  if (known) return known;
  const { file, faults } = parsePb(read(join(budgets!, path)));
  expect([path, faults]).toEqual([path, []]);
  files.set(path, file!);
  return file!;
}

interface Count {
  readonly rule: CountingRule;
  readonly utility?: Utility;
  readonly completion?: Completion;
  readonly ties?: 'id' | 'votes-cost';
}

/** Ids of what a rule funds, sorted: the order of the files differs. */
function fundedIn(file: PbFile, { rule, utility = 'cost', completion = 'none', ties = 'id' }: Count): string[] {
  const { funded } = countBudget(file.election, { rule, utility, completion, ties: { by: ties }, unitSize: 10 ** file.decimals });
  return funded.map((place) => file.projects[place]!.id).sort();
}

withBudgets(
  'every published outcome is found again by the rule that the city declared: 22 by greedy, Assen and Wieliczka by equal shares',
  () => {
    const outcomes = expected<{ rule: string; selected?: readonly (string | number)[] }>('expected/official_outcomes_and_checks.json');
    const published = outcomes.filter(([, { selected }]) => selected !== undefined);
    expect(published).toHaveLength(24);
    for (const [name, { rule, selected }] of published) {
      const count: Count = rule.startsWith('equalshares')
        ? { rule: 'equal-shares', completion: 'add1', ties: 'votes-cost' }
        : { rule: 'greedy', ties: 'votes-cost' };
      const file = fileOf(`instances/${name}`);
      const found = fundedIn({ ...file, election: { ...file.election, minimum: file.minimum } }, count);
      expect([name, found]).toEqual([name, selected!.map(String).sort()]);
    }
  },
);

withBudgets(
  'every ballot of the 85 files is read, and the points are those that the files declare, but for one that counts an approval twice',
  () => {
    const names = globSync('instances/*', { cwd: budgets! });
    expect(names).toHaveLength(85);
    const differ: unknown[] = [];
    for (const name of names) {
      const { election, projects, voteType } = fileOf(name.replace(/\.gz$/, ''));
      const points = pointsOf(election);
      const column = voteType === 'approval' || voteType === 'choose-1' ? 'votes' : 'score';
      for (const [place, { id, cells }] of projects.entries())
        if (cells[column] && Number(cells[column]) !== points[place]) differ.push([name, id, points[place], cells[column]]);
    }
    expect(differ).toEqual([['instances/Poland_Warszawa_2022_Wola.pb.gz', '1040', 1268, '1269']]);
  },
);

/** The counts of pabutools that are by our rules; `effort`, `maximin` and rankings by its own utilities are other rules. */
const pabutools: Readonly<Record<string, Count>> = {
  greedy_cost: { rule: 'greedy' },
  greedy_cardinality: { rule: 'greedy-per-cost' },
  sequential_phragmen: { rule: 'phragmen' },
  mes_cost_no_completion: { rule: 'equal-shares' },
  mes_cardinality_no_completion: { rule: 'equal-shares', utility: 'cardinality' },
  mes_cost_add1: { rule: 'equal-shares', completion: 'add1-exhaustive' },
  mes_cardinality_add1: { rule: 'equal-shares', utility: 'cardinality', completion: 'add1-exhaustive' },
  mes_cost_add1_floats: { rule: 'equal-shares', completion: 'add1-exhaustive' },
  mes_cardinality_add1_floats: { rule: 'equal-shares', utility: 'cardinality', completion: 'add1-exhaustive' },
};

withBudgets('all 449 outcomes that pabutools computed by these rules are found again, ties broken by id as it does', () => {
  let compared = 0;
  for (const [name, results] of expected<Record<string, { winners?: readonly string[] }>>('expected/computed_with_pabutools.json'))
    for (const [key, count] of Object.entries(pabutools)) {
      const winners = results[key]?.winners;
      if (!winners) continue;
      compared += 1;
      expect([name, key, fundedIn(fileOf(`instances/${name}`), count)]).toEqual([name, key, [...winners].sort()]);
    }
  expect(compared).toBe(449);
});

/** The endowment with which that calculator begins: the whole units of the equal part. */
const wholeShare = ({ election, decimals }: PbFile): number =>
  Math.floor(election.budget / (election.offsets.length - 1) / 10 ** decimals) * 10 ** decimals;

/**
 * Where the calculator of equalshares.net ends elsewhere, each for one cause: its floats. In these three votes an endowment makes the supporters'
 * money exactly the cost of one more project; a sum of floats falls short of it, and the next step overspends.
 */
const floatsFallShort = [
  'Poland_Warszawa_2017_Plac_Wojska_Polskiego.pb',
  'Poland_Zabrze_2020_Osiedle_Mlodego_Gornika.pb',
  'Poland_Zabrze_2020_Osiedle_Tadeusza_Kotarbinskiego.pb',
];

withBudgets('the outcomes of the calculator of equalshares.net are found again, but for three in which its floats fall short', () => {
  const differ = new Set<string>();
  let compared = 0;
  for (const [name, results] of expected<Record<string, { winners: readonly string[] }>>(
    'expected/computed_with_equalshares_net_js.json',
  )) {
    const file = fileOf(`instances/${name}`);
    const { election, projects, decimals } = file;
    const ranks = tieRanks(election, { by: 'votes-cost' });
    for (const [key, until] of [
      ['add1_exhaustive_integral', 'exhaustive'],
      ['add1_integral', 'overspend'],
    ] as const) {
      compared += 1;
      const { shares } = addOne(election, 'cost', ranks, { until, unitSize: 10 ** decimals, from: wholeShare(file) });
      const funded = shares.purchases.map(({ project }) => projects[project]!.id).sort();
      if (funded.join() !== [...results[key]!.winners].sort().join()) differ.add(name);
    }
  }
  expect([compared, [...differ].sort()]).toEqual([100, floatsFallShort]);
});

withBudgets('cross-checked instances: what two independent programs found for shares, points, Phragmén and greedy', () => {
  const found = (name: string, count: Count): string[] => fundedIn(fileOf(`cross-checked/instances/${name}`), count);
  const of = (file: string): [string, Record<string, readonly string[]>][] => expected(`cross-checked/expected/${file}.json`);
  for (const [name, { winners }] of of('pabutools_mes_cost')) expect(found(name, { rule: 'equal-shares' })).toEqual([...winners!].sort());
  for (const [name, { winners }] of of('pabutools_cardinal'))
    expect(found(name, { rule: 'equal-shares', utility: 'cardinality' })).toEqual([...winners!].sort());
  for (const [name, { cost, cardinality }] of of('pabutools_satisfactions')) {
    expect(found(name, { rule: 'equal-shares' })).toEqual([...cost!].sort());
    expect(found(name, { rule: 'equal-shares', utility: 'cardinality' })).toEqual([...cardinality!].sort());
  }
  for (const [name, { phragmen, greedy_cost, greedy_cardinality }] of of('pabutools_phragmen_greedy')) {
    expect(found(name, { rule: 'phragmen' })).toEqual([...phragmen!].sort());
    expect(found(name, { rule: 'greedy' })).toEqual([...greedy_cost!].sort());
    expect(found(name, { rule: 'greedy-per-cost' })).toEqual([...greedy_cardinality!].sort());
  }
  let compared = 0;
  for (const list of ['equalshares_net_javascript', 'equalshares_net_javascript_wieliczka'])
    for (const [key, { fixture, params, result }] of expected<Calculated>(`cross-checked/expected/${list}.json`)) {
      const name = fixture ?? 'poland_wieliczka_2023_green-budget.pb';
      const file = fileOf(`cross-checked/instances/${name}`);
      const ranks = tieRanks(file.election, { by: 'votes-cost' });
      const unitSize = params.increment * 10 ** file.decimals;
      const added = (): number[] =>
        addOne(file.election, 'cost', ranks, { until: 'exhaustive', unitSize, from: wholeShare(file) }).shares.purchases.map(
          ({ project }) => project,
        );
      const places = {
        none: () =>
          countBudget(file.election, { rule: 'equal-shares', utility: 'cost', completion: 'none', ties: { by: 'votes-cost' }, unitSize })
            .funded,
        add1: added,
        add1u: () => fillGreedily(file.election, added(), 'votes', ranks),
        utilitarian: () => null, // to fill up without adding one is no completion of ours
      }[params.completion]();
      if (!places) continue;
      compared += 1;
      expect([key, places.map((place) => file.projects[place]!.id).sort()]).toEqual([key, [...result.winners].sort()]);
    }
  expect(compared).toBeGreaterThan(10);
});

interface Calculated {
  readonly fixture?: string;
  readonly params: { readonly completion: 'none' | 'add1' | 'add1u' | 'utilitarian'; readonly increment: number };
  readonly result: { readonly winners: readonly string[] };
}

interface Committee {
  readonly profile: readonly (readonly number[])[];
  readonly num_cand: number;
  readonly committeesize: number;
  readonly compute: readonly { readonly rule_id: string; readonly resolute: boolean; readonly result: readonly (readonly number[])[] }[];
}

/** Rules of the profiles that are ours; `equal-shares` there is completed by Phragmén, its increments by steps of their own, and the others are other rules. */
withCommittees('of the tied committees that abcvoting lists for 51 profiles, ours is always one', () => {
  const names = globSync('*.yaml', { cwd: committees! });
  expect(names).toHaveLength(51);
  let compared = 0;
  for (const name of names) {
    const { profile, num_cand: candidates, committeesize: size, compute } = parse(read(join(committees!, name))) as Committee;
    const election = electionOf(
      Array.from({ length: candidates }, (_, id) => ({ id: `${id}`, cost: 1 })),
      profile.map((approved) => approved.map((id) => [`${id}`, 1] as const)),
      size,
    );
    const ranks = tieRanks(election, { by: 'id' });
    const count = (rule: CountingRule): readonly number[] =>
      countBudget(election, { rule, utility: 'cost', completion: 'none', ties: { by: 'id' }, unitSize: 1 }).funded;
    const shares = count('equal-shares');
    const listed = (ruleId: string): readonly (readonly number[])[] =>
      compute.find((one) => one.rule_id === ruleId && !one.resolute)!.result;
    const isAmong = (ruleId: string, ours: readonly number[]): boolean =>
      listed(ruleId).some((one) => ours.every((place) => one.includes(place)) && (ours.length === size || ruleId === 'seqphragmen'));
    // Phragmén's rule ends here where nobody stands behind those who are left; there it fills up with them.
    expect([name, isAmong('seqphragmen', count('phragmen'))]).toEqual([name, true]);
    expect([name, isAmong('equal-shares-with-av-completion', fillGreedily(election, shares, 'votes', ranks))]).toEqual([name, true]);
    expect([name, listed('equal-shares').some((one) => shares.every((place) => one.includes(place)))]).toEqual([name, true]);
    compared += 1;
  }
  expect(compared).toBe(51);
});
