import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { completions, countBudget, countingRules, type Reason } from '@parvis/shared/activities/budget/counting/count.ts';
import { lowest, type Rational } from '@parvis/shared/activities/budget/counting/rational.ts';
import { drawLots, type TieRule } from '@parvis/shared/activities/budget/counting/ties.ts';
import { amountText } from '@parvis/shared/activities/budget/pb-amounts.ts';
import { parsePb } from '@parvis/shared/activities/budget/pb-file.ts';

const help = `npm run count -- FILE.pb [options]: counts the ballots of a Pabulib file (also .pb.gz), without a server.

  --rule greedy|greedy-per-cost|equal-shares|phragmen   the rule (greedy)
  --utility cost|cardinality                            equal shares: what a project is worth to who chose it (cost)
  --completion none|add1-exhaustive|add1|add1-utilitarian   equal shares: what becomes of the money left over (none)
  --ties votes-cost|cost|id|lots:SEED                   how equals are told apart (votes-cost: more votes, then less cost, then id as text)
  --minimum N|file                                      fund no project with fewer points than N, or than the file declares (0)
  --explain                                             with --json: why each project was funded or not, amounts as fractions
  --json                                                the result as JSON
`;

/** One of the words that an option knows, or an error that names them. */
function oneOf<T extends string>(name: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (!found) throw new TypeError(`--${name} is one of ${words.join(', ')}, not "${value}"`);
  return found;
}

async function tiesOf(value: string, ids: readonly string[]): Promise<TieRule> {
  if (value.startsWith('lots:')) return { by: 'lots', lots: await drawLots(value.slice('lots:'.length), ids) };
  return { by: oneOf('ties', value, ['votes-cost', 'cost', 'id']) };
}

/** Amounts of a reason in the file's own unit: whole ones as decimals, fractions as "numerator/denominator". */
function inFileUnit(reason: Reason | null, decimals: number): Record<string, unknown> | null {
  if (!reason) return null;
  const scale = 10n ** BigInt(decimals);
  const fraction = (value: Rational): string => {
    const { num, den } = lowest({ num: value.num, den: value.den * scale });
    return den === 1n ? String(num) : `${num}/${den}`;
  };
  return Object.fromEntries(
    Object.entries(reason).map(([name, value]: [string, unknown]) => {
      if (typeof value === 'object') return [name, fraction(value as Rational)];
      return [
        name,
        name === 'leftBefore' || (name === 'lacking' && typeof value === 'number') ? amountText(Number(value), decimals) : value,
      ];
    }),
  );
}

async function count(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rule: { type: 'string', default: 'greedy' },
      utility: { type: 'string', default: 'cost' },
      completion: { type: 'string', default: 'none' },
      ties: { type: 'string', default: 'votes-cost' },
      minimum: { type: 'string', default: '0' },
      explain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals.length !== 1) {
    (values.help ? process.stdout : process.stderr).write(help);
    return values.help ? 0 : 2;
  }
  const bytes = await readFile(positionals[0]!);
  const { file, faults, repeats } = parsePb((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));
  for (const { line, code, column, value } of faults)
    process.stderr.write(`line ${line}: ${code}${column && ` (${column})`}${value && `: ${value}`}\n`);
  if (!file) return 1;
  const options = {
    rule: oneOf('rule', values.rule, countingRules),
    utility: oneOf('utility', values.utility, ['cost', 'cardinality']),
    completion: oneOf('completion', values.completion, completions),
    ties: await tiesOf(
      values.ties,
      file.projects.map(({ id }) => id),
    ),
    unitSize: 10 ** file.decimals,
  } as const;
  const minimum = values.minimum === 'file' ? file.minimum : Number(values.minimum);
  if (!Number.isSafeInteger(minimum) || minimum < 0) throw new TypeError(`--minimum is a whole number or "file", not "${values.minimum}"`);
  const { funded, totalCost, explain } = countBudget({ ...file.election, minimum }, options);
  const result = {
    winners: funded.map((place) => file.projects[place]!.id),
    totalCost: amountText(totalCost, file.decimals),
    budget: amountText(file.election.budget, file.decimals),
    currency: file.meta.get('currency') ?? '',
    projects: file.projects.length,
    ballots: file.voterIds.length,
    repeatedChoices: repeats.length,
    rule: options.rule,
    ...(options.rule === 'equal-shares' ? { utility: options.utility, completion: options.completion } : {}),
    ties: values.ties,
    minimum,
    ...(values.explain
      ? {
          explanations: Object.fromEntries(explain().map((reason, place) => [file.projects[place]!.id, inFileUnit(reason, file.decimals)])),
        }
      : {}),
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    for (const place of funded) {
      const { id, name, cost } = file.projects[place]!;
      process.stdout.write(`${id.padEnd(8)} ${amountText(cost, file.decimals).padStart(14)}  ${name}\n`);
    }
    process.stdout.write(`${funded.length} of ${result.projects} projects, ${result.totalCost} of ${result.budget} ${result.currency}\n`);
  }
  return 0;
}

try {
  process.exitCode = await count();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
