import type { CountedProject, Election } from './counting/election.ts';
import { decimalsOf, wholeUnits } from './pb-amounts.ts';
import { readBallots, type PbRepeat, type PbVoteType, pbVoteTypes } from './pb-ballots.ts';
import { cutPb, pbSections, type PbFault, type PbSection, type PbTable } from './pb-rows.ts';

/** A project of the file: what the rules need, and the cells as they stand. */
export interface PbProject extends CountedProject {
  readonly name: string;
  /** Whether the city funded it; null where the file does not say. */
  readonly selected: boolean | null;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * A participatory budget as Pabulib keeps it. Costs and budget are whole numbers of 10^-`decimals` of the file's currency, so that amounts with cents
 * are counted exactly.
 */
export interface PbFile {
  readonly meta: ReadonlyMap<string, string>;
  readonly voteType: PbVoteType;
  readonly decimals: number;
  readonly projects: readonly PbProject[];
  readonly voterIds: readonly string[];
  /** Points that the city asked of a project before it could be funded; 0 for none. `election` does not apply it. */
  readonly minimum: number;
  readonly election: Election;
}

/** Every fault of the file, by line; the file where it has none; and choices that ballots repeat, which count once and are no fault. */
export interface PbReading {
  readonly file: PbFile | null;
  readonly faults: readonly PbFault[];
  readonly repeats: readonly PbRepeat[];
}

type Tell = (line: number, code: PbFault['code'], column?: string, value?: string) => void;

function readProjects({ header, rows }: PbTable, decimals: number, tell: Tell): PbProject[] {
  const cell = (cells: readonly string[], name: string): string => cells[header.indexOf(name)] ?? '';
  const seen = new Set<string>();
  return rows.map(({ line, cells }) => {
    const id = cell(cells, 'project_id');
    const cost = wholeUnits(cell(cells, 'cost'), decimals);
    if (id === '') tell(line, 'no-id', 'project_id');
    else if (seen.has(id)) tell(line, 'repeated-project', 'project_id', id);
    if (cost === null || cost === 0) tell(line, 'bad-amount', 'cost', cell(cells, 'cost'));
    seen.add(id);
    const selected = cell(cells, 'selected');
    return {
      id,
      cost: cost ?? 0,
      name: cell(cells, 'name'),
      selected: selected === '' ? null : selected !== '0',
      cells: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])),
    };
  });
}

/**
 * Reads a .pb file and tells all its faults, each with its line.
 * Source: Stolicki, Szufa & Talmon, Pabulib: A Participatory Budgeting Library, arXiv 2012.06539; pabulib.org/format.
 */
export function parsePb(text: string): PbReading {
  const faults: PbFault[] = [];
  const tell: Tell = (line, code, column = '', value = '') => {
    faults.push({ line, code, column, value: value.slice(0, 200) });
  };
  const found = cutPb(text, faults);
  for (const section of pbSections) if (!found.has(section)) tell(1, 'no-section', section);
  const table = (section: PbSection, columns: readonly string[]): PbTable => {
    const one = found.get(section) ?? { header: [], rows: [] };
    for (const name of columns) if (found.has(section) && !one.header.includes(name)) tell(1, 'no-column', name);
    return one;
  };
  const [about, projectTable, voteTable] = [
    table('META', []),
    table('PROJECTS', ['project_id', 'cost']),
    table('VOTES', ['voter_id', 'vote']),
  ];

  const meta = new Map(about.rows.map(({ cells }) => [(cells[0] ?? '').toLowerCase(), cells[1] ?? '']));
  const lineOf = (key: string): number => about.rows.find(({ cells }) => cells[0]?.toLowerCase() === key)?.line ?? 1;
  const voteType = pbVoteTypes.find((one) => one === meta.get('vote_type'));
  if (!voteType) tell(lineOf('vote_type'), 'unknown-vote-type', 'vote_type', meta.get('vote_type'));

  const written = meta.get('budget') ?? '';
  const costAt = projectTable.header.indexOf('cost');
  const decimals = projectTable.rows.reduce((most, { cells }) => Math.max(most, decimalsOf(cells[costAt] ?? '')), decimalsOf(written));
  const budget = wholeUnits(written, decimals);
  if (budget === null) tell(lineOf('budget'), meta.has('budget') ? 'bad-amount' : 'no-budget', 'budget', written);
  const projects = readProjects(projectTable, decimals, tell);
  const { repeats, voterIds, ...ballots } = readBallots(voteTable, projects, voteType ?? 'approval', Number(meta.get('max_length')), tell);
  for (const [key, real] of [
    ['num_projects', projects.length],
    ['num_votes', voterIds.length],
  ] as const)
    if (meta.has(key) && Number(meta.get(key)) !== real) tell(lineOf(key), 'wrong-count', key, `${meta.get(key)} / ${real}`);

  const minimum = Number(meta.get('min_project_score_threshold')) || 0;
  if (faults.length > 0 || !voteType || budget === null) return { file: null, faults: faults.sort((a, b) => a.line - b.line), repeats };
  return {
    file: { meta, voteType, decimals, projects, voterIds, minimum, election: { projects, budget, ...ballots } },
    faults: [],
    repeats,
  };
}
