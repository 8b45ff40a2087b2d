import { pointsOf } from './counting/election.ts';
import { amountText } from './pb-amounts.ts';
import { parsePb } from './pb-file.ts';

const meta = 'META\nkey;value\ndescription;"Budget; d’essai"\nbudget;100.50\nvote_type;approval\nnum_projects;2\nnum_votes;3\n';
const projects = 'PROJECTS\nproject_id;cost;name;selected\nA1;60,25;"Une « halle »; couverte";1\nB2;40;Des bancs;0\n';
const votes = 'VOTES\nvoter_id;vote\nv1;A1,B2\nv2;B2\nv3;\n';

test('a file is read with quoted semicolons, decimals behind a point or a comma, and empty ballots', () => {
  const { file, faults, repeats } = parsePb(`\uFEFF${meta}${projects}${votes}`);
  expect([faults, repeats]).toEqual([[], []]);
  expect(file).toMatchObject({ voteType: 'approval', decimals: 2, voterIds: ['v1', 'v2', 'v3'] });
  expect(file!.projects).toMatchObject([
    { id: 'A1', cost: 6025, name: 'Une « halle »; couverte', selected: true },
    { id: 'B2', cost: 4000, selected: false },
  ]);
  expect(file!.election.budget).toBe(10_050);
  expect([...pointsOf(file!.election)]).toEqual([1, 2]);
  expect([6025, 4000, 5, 10_050].map((units) => amountText(units, 2))).toEqual(['60.25', '40', '0.05', '100.5']);
});

test('rankings and points are read as the cities of the library count them', () => {
  const ranked = meta.replace('approval', 'ordinal').replace('budget', 'max_length;3\nbudget');
  expect([...pointsOf(parsePb(`${ranked}${projects}${votes}`).file!.election)]).toEqual([3, 5]);
  const cumulative = `${meta.replace('approval', 'cumulative')}${projects}VOTES\nvoter_id;vote;points\nv1;A1,B2;7,3\nv2;B2;10\nv3;;\n`;
  expect([...pointsOf(parsePb(cumulative).file!.election)]).toEqual([7, 13]);
});

test('a choice that a ballot repeats counts once and is told', () => {
  const { file, repeats } = parsePb(`${meta}${projects}${votes.replace('v2;B2', 'v2;B2,B2')}`);
  expect(repeats).toEqual([{ line: 15, projectId: 'B2' }]);
  expect([...pointsOf(file!.election)]).toEqual([1, 2]);
});

test('a broken file has every fault listed with its line, and gives nothing to count', () => {
  const broken = [
    'stray line',
    'META',
    'key;value',
    'budget;a lot',
    'vote_type;telepathy',
    'num_votes;7',
    'PROJECTS',
    'project_id;cost',
    'A1;free',
    'A1;10',
    ';5',
    'VOTES',
    'voter_id;vote',
    'v1;A1,Z9',
    'v1;A1',
  ].join('\n');
  const { file, faults } = parsePb(broken);
  expect(file).toBeNull();
  expect(faults.map(({ line, code, value }) => [line, code, value])).toEqual([
    [1, 'no-section', 'stray line'],
    [4, 'bad-amount', 'a lot'],
    [5, 'unknown-vote-type', 'telepathy'],
    [6, 'wrong-count', '7 / 2'],
    [9, 'bad-amount', 'free'],
    [10, 'repeated-project', 'A1'],
    [11, 'no-id', ''],
    [14, 'unknown-project', 'Z9'],
    [15, 'repeated-voter', 'v1'],
  ]);
});

test.each([
  ['nothing at all', ''],
  ['a picture', '\u0089PNG\r\n\u001a\n\0\0;;;"'],
  ['a page of the web', '<!doctype html>\n<html><body>"</body></html>'],
  ['sections without anything in them', 'META\nPROJECTS\nVOTES\n'],
])('%s is no budget, and says why', (_, text) => {
  const { file, faults } = parsePb(text);
  expect(file).toBeNull();
  expect(faults.length).toBeGreaterThan(0);
});
