import type { CommitmentState, Status } from '../../rules/words.ts';

/** A stretch of a proposal's way from deposit to delivery. `on` is a moment, a day (`2027-01-15`), or '' while unknown. */
export interface LifeStep {
  readonly kind: 'deposited' | 'studied' | 'answered' | 'commitment' | 'milestone';
  /** In the town's words; '' for the steps that every proposal has. */
  readonly title: string;
  readonly status: Status | null;
  readonly on: string;
  readonly done: boolean;
}

/** What the town published about a proposal, earliest first. */
export interface LifeResponse {
  readonly status: Status;
  readonly publishedAt: string;
  readonly commitments: readonly {
    readonly title: string;
    readonly dueOn: string;
    readonly state: CommitmentState;
    readonly milestones: readonly { readonly title: string; readonly dueOn: string; readonly doneOn: string | null }[];
  }[];
}

/**
 * The life line: deposit, study, answer, then each milestone and commitment by its day. Study counts as done once anything was
 * answered; an answer that only says "under study" is not the answer. A commitment given up is left out: its response says why.
 * @param answerDueOn the day until which the town promised an answer
 */
export function lifeLine(depositedAt: string, answerDueOn: string, responses: readonly LifeResponse[]): LifeStep[] {
  const study = responses.find((one) => one.status === 'under-study');
  const answer = responses.filter((one) => one.status !== 'under-study').at(-1);
  const promised = responses
    .flatMap((one) => one.commitments)
    .filter((one) => one.state !== 'abandoned')
    .flatMap((one): LifeStep[] => [
      ...one.milestones.map((step): LifeStep => ({
        kind: 'milestone',
        title: step.title,
        status: null,
        on: step.doneOn ?? step.dueOn,
        done: step.doneOn !== null,
      })),
      { kind: 'commitment', title: one.title, status: null, on: one.dueOn, done: one.state === 'done' },
    ]);
  return [
    { kind: 'deposited', title: '', status: null, on: depositedAt, done: true },
    ...(study || !answer
      ? [{ kind: 'studied' as const, title: '', status: null, on: study?.publishedAt ?? '', done: study !== undefined }]
      : []),
    { kind: 'answered', title: '', status: answer?.status ?? null, on: answer?.publishedAt ?? answerDueOn, done: answer !== undefined },
    ...promised.sort((a, b) => Number(b.done) - Number(a.done) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  ];
}
