import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { countBudget, type Completion, type CountingRule } from '@parvis/shared/activities/budget/counting/count.ts';
import { parsePb } from '@parvis/shared/activities/budget/pb-file.ts';
import { against, median, under, type Figure } from './figures.ts';
import { memoryMb } from './programs.ts';

/** The largest votes of the library that stands beside the project: most ballots, most projects, longest way of adding one. */
const largest = ['Poland_Warszawa_2024_Mokotow.pb.gz', 'France_Toulouse_2024.pb', 'Poland_Warszawa_2022_Wola.pb.gz'];

/** Milliseconds of each count of a file, medians of rounds in turn, and the process's largest memory in MB. */
interface Counted {
  readonly name: string;
  readonly times: Readonly<Record<'parse' | 'greedy' | 'shares' | 'add1', number>>;
  readonly memoryMb: number;
}

function measure(path: string, rounds: number): Omit<Counted, 'name'> {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const count = (rule: CountingRule, completion: Completion) => {
    const { election, decimals } = parsePb(text).file!;
    return (): unknown =>
      countBudget(election, { rule, completion, utility: 'cost', ties: { by: 'votes-cost' }, unitSize: 10 ** decimals });
  };
  const acts = {
    parse: () => parsePb(text),
    greedy: count('greedy', 'none'),
    shares: count('equal-shares', 'none'),
    add1: count('equal-shares', 'add1'),
  };
  const all: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1)
    for (const [name, act] of Object.entries(acts)) {
      const started = performance.now();
      act();
      (all[name] ??= []).push(performance.now() - started);
    }
  const times = Object.fromEntries(Object.entries(all).map(([name, values]) => [name, median(values)])) as Counted['times'];
  return { times, memoryMb: memoryMb('self', 'VmHWM') };
}

/** Counting real votes, each file in a process of its own, beside the time of reading and parsing it; no figure where the files are not there. */
export function measureCounting(folder: string, rounds: number): Figure[] {
  return largest.flatMap((name) => {
    const path = join(folder, 'participatory-budgets/instances', name);
    if (!existsSync(path)) return [];
    const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', import.meta.filename, path, String(rounds)], {
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(done.stderr);
    const { times, memoryMb } = JSON.parse(done.stdout) as Counted;
    const what = `${name.replace(/\.pb(\.gz)?$/, '').replaceAll('_', ' ')}`;
    return [
      against(`${what}: greedy, beside reading and parsing`, times.greedy, 'ms', times.parse, { most: 1 }),
      against(`${what}: equal shares without completion, beside parsing`, times.shares, 'ms', times.parse, { most: 10 }),
      against(`${what}: equal shares with add1, beside parsing`, times.add1, 'ms', times.parse, { most: 100 }),
      under(`${what}: memory`, memoryMb, 'MB', 500),
    ];
  });
}

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(measure(process.argv[2]!, Number(process.argv[3]))));
