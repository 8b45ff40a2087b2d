import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'parvis-count-'));
const file = join(folder, 'vote.pb');
const text = `META
key;value
budget;100.50
currency;EUR
vote_type;approval
PROJECTS
project_id;cost;name
halle;80;Une halle
bancs;20.25;Des bancs
arbres;20.25;Des arbres
VOTES
voter_id;vote
v1;halle,bancs
v2;halle
v3;arbres,bancs
v4;arbres,halle
`;
const count = (...options: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, 'tools/count.ts'), ...options], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const winners = (...options: readonly string[]): unknown =>
  (JSON.parse(count(file, ...options, '--json').stdout) as { winners: unknown }).winners;
beforeAll(() => {
  writeFileSync(file, text);
});

test('a journalist counts a file by each rule, without a server, and reads winners and their cost in the file’s own unit', () => {
  expect(JSON.parse(count(file, '--json').stdout)).toMatchObject({
    winners: ['halle', 'arbres'],
    totalCost: '100.25',
    budget: '100.5',
    rule: 'greedy',
    ballots: 4,
  });
  expect(winners('--rule', 'greedy-per-cost')).toEqual(['arbres', 'bancs']);
  expect(winners('--rule', 'equal-shares', '--utility', 'cardinality')).toEqual(['arbres', 'bancs']);
  expect(winners('--rule', 'phragmen', '--ties', 'id')).toEqual(['arbres', 'bancs']);
  expect(winners('--minimum', '3')).toEqual(['halle']);
  expect(count(file).stdout).toContain('2 of 3 projects, 100.25 of 100.5 EUR');
});

test('a reader is told why each project was funded or not, in the file’s own unit', () => {
  const explained = (...options: readonly string[]): unknown =>
    (JSON.parse(count(file, ...options, '--json', '--explain').stdout) as { explanations: unknown }).explanations;
  expect(explained('--minimum', '2')).toEqual({
    halle: { by: 'greedy', funded: true, turn: 1, points: 3, leftBefore: '100.5', lacking: '0' },
    bancs: { by: 'greedy', funded: false, turn: 3, points: 2, leftBefore: '0.25', lacking: '20' },
    arbres: { by: 'greedy', funded: true, turn: 2, points: 2, leftBefore: '20.5', lacking: '0' },
  });
  expect(explained('--minimum', '3')).toMatchObject({ bancs: { by: 'below-minimum', points: 2 } });
  expect(explained('--rule', 'equal-shares', '--utility', 'cardinality')).toEqual({
    halle: { by: 'shares', funded: false, supporters: 3, left: '441/8', lacking: '199/8' },
    bancs: { by: 'shares', funded: true, round: 2, price: '81/8', paidInFull: 2, paidTheRest: 0, rest: '0' },
    arbres: { by: 'shares', funded: true, round: 1, price: '81/8', paidInFull: 2, paidTheRest: 0, rest: '0' },
  });
});

test('lots drawn by a seed put equals in an order that the seed alone decides', () => {
  const orders = ['1', '2', '3', '4', '5', '6'].map((seed) => String(winners('--rule', 'greedy-per-cost', '--ties', `lots:${seed}`)));
  expect(new Set(orders)).toEqual(new Set(['arbres,bancs', 'bancs,arbres']));
  expect(winners('--rule', 'greedy-per-cost', '--ties', 'lots:1')).toEqual(orders[0]!.split(','));
});

test('a broken file has its faults listed with their lines, and an unknown rule is named with those that are known', () => {
  const broken = join(folder, 'broken.pb');
  writeFileSync(broken, text.replace('v2;halle', 'v2;piscine').replace('20.25;Des bancs', 'gratuit;Des bancs'));
  expect(count(broken, '--json')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'line 9: bad-amount (cost): gratuit\nline 14: unknown-project (vote): piscine\n',
  });
  expect(count(file, '--rule', 'au-pif')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('greedy-per-cost, equal-shares, phragmen') as string,
  });
  expect(count('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--completion') as string });
});
