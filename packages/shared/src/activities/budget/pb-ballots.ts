import type { Election } from './counting/election.ts';
import type { PbFault, PbTable } from './pb-rows.ts';

/** How ballots were filled in, in Pabulib's words. */
export const pbVoteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const;
export type PbVoteType = (typeof pbVoteTypes)[number];

/** A project that a ballot names again: an approval or a rank counts once, points add up, as the cities of the library count them. */
export interface PbRepeat {
  readonly line: number;
  readonly projectId: string;
}

const listOf = (cell: string): string[] => (cell === '' ? [] : cell.split(',').map((one) => one.trim()));

/** The points that a ballot gives its choices; null for points that are none. */
function givenPoints(voteType: PbVoteType, count: number, cell: string, longest: number): (number | null)[] {
  if (voteType === 'approval' || voteType === 'choose-1') return new Array<number>(count).fill(1);
  if (voteType === 'ordinal') return Array.from({ length: count }, (_, rank) => longest - rank);
  const written = listOf(cell);
  return Array.from({ length: count }, (_, at) => (/^\d{1,9}$/.test(written[at] ?? '') ? Number(written[at]) : null));
}

/**
 * The ballots of a file as the rules count them. An approval is worth one point; a ranking gives its first choice as many points as it may have choices
 * (`maxLength`, or the longest ballot where the file names none), the next one less, as the cities of the library count; else the file's own points.
 */
export function readBallots(
  { header, rows }: PbTable,
  projects: readonly { readonly id: string }[],
  voteType: PbVoteType,
  maxLength: number,
  tell: (line: number, code: PbFault['code'], column?: string, value?: string) => void,
): Pick<Election, 'offsets' | 'choices' | 'points'> & { readonly voterIds: readonly string[]; readonly repeats: readonly PbRepeat[] } {
  const places = new Map(projects.map(({ id }, place) => [id, place]));
  const cell = (cells: readonly string[], name: string): string => cells[header.indexOf(name)] ?? '';
  const longest = maxLength || rows.reduce((most, { cells }) => Math.max(most, listOf(cell(cells, 'vote')).length), 0);
  const addsUp = voteType === 'cumulative' || voteType === 'scoring';
  const [choices, points, repeats]: [number[], number[], PbRepeat[]] = [[], [], []];
  const voters = new Set<string>();
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach(({ line, cells }, ballot) => {
    const voter = cell(cells, 'voter_id');
    if (voters.has(voter)) tell(line, 'repeated-voter', 'voter_id', voter);
    voters.add(voter);
    const chosen = listOf(cell(cells, 'vote'));
    const given = givenPoints(voteType, chosen.length, cell(cells, 'points'), longest);
    const slots = new Map<number, number>(); // where each project chosen here stands in `choices`
    chosen.forEach((id, at) => {
      const place = places.get(id);
      const value = given[at]!;
      if (place === undefined) return tell(line, 'unknown-project', 'vote', id);
      if (value === null) return tell(line, 'bad-points', 'points', cell(cells, 'points'));
      const slot = slots.get(place);
      if (slot !== undefined) {
        repeats.push({ line, projectId: id });
        if (addsUp) points[slot]! += value;
      } else if (value > 0) {
        slots.set(place, choices.length);
        choices.push(place);
        points.push(value);
      }
    });
    offsets[ballot + 1] = choices.length;
  });
  return {
    offsets,
    choices: Int32Array.from(choices),
    points: Int32Array.from(points),
    voterIds: rows.map(({ cells }) => cell(cells, 'voter_id')),
    repeats,
  };
}
