import { Inject, Injectable } from '@nestjs/common';
import type { Support } from '@parvis/shared/contracts/supports.ts';
import { Batches, Database, type Tx } from '../../platform/database/index.ts';
import type { Actor } from '../../platform/http/index.ts';
import { LimitReached } from '../../platform/limits/index.ts';
import { ContributionEnded, ContributionLocked, ContributionNotFound, LevelTooLow, PhaseClosed } from '../contributions/index.ts';
import { peopleOf, slotOf, withOneMore } from '../tallies/index.ts';
import {
  deleteSupports,
  insertSupports,
  insertSupportsIn,
  readOwnSupports,
  type DecidedSupport,
  type PaperFacts,
  type SupportOutcome,
  type SupportWish,
} from './supports.queries.ts';

/** The reader's own support of a contribution. `uncounted` is where the tally will count it, while it has not; null afterwards. */
export interface OwnSupport {
  readonly uncounted: number | null;
}

/** Clicks are gathered: up to 64 in a statement, three statements at a time, so that a rush does not queue on connections. */
@Injectable()
export class SupportsService {
  private readonly wishes: Batches<SupportWish, DecidedSupport>;

  constructor(@Inject(Database) private readonly db: Database) {
    this.wishes = new Batches((wishes) => insertSupports(db, wishes), { perBatch: 64, inFlight: 3 });
  }

  /** Adds the actor's support; a repeat changes nothing and answers the same. @throws PhaseClosed, LevelTooLow, ContributionNotFound, ContributionEnded, ContributionLocked, LimitReached */
  async add(actor: Actor, contributionId: string): Promise<Support> {
    const decided = await this.wishes.ask(wishOf(actor, contributionId));
    refuse(decided);
    if (decided.outcome === 'made') return supportOf(contributionId, decided, slotOf(decided.level, 'web'), true);
    const own = await this.ownOf(actor, [contributionId]);
    return supportOf(contributionId, decided, own.get(contributionId)?.uncounted ?? null, true);
  }

  /** Takes the actor's support back; where there was none, nothing changes. @throws as `add` */
  async remove(actor: Actor, contributionId: string): Promise<Support> {
    const before = await this.ownOf(actor, [contributionId]);
    const [decided] = await deleteSupports(this.db, [wishOf(actor, contributionId)]);
    refuse(decided!);
    const counted = decided!.outcome === 'made' && before.get(contributionId)?.uncounted === null;
    const slot = slotOf(decided!.level, 'web');
    const by_level = counted ? decided!.by_level.map((count, at) => (at === slot ? Math.max(0, count - 1) : count)) : decided!.by_level;
    return supportOf(contributionId, { ...decided!, supports: Math.max(0, decided!.supports - (counted ? 1 : 0)), by_level }, null, false);
  }

  /** Which of some contributions the actor supports. */
  async ownOf(actor: Actor | null, contributionIds: readonly string[]): Promise<ReadonlyMap<string, OwnSupport>> {
    if (!actor || contributionIds.length === 0) return new Map();
    const rows = await readOwnSupports(this.db, actor.municipalityId, actor.participantId, contributionIds);
    return new Map(rows.map((row) => [row.contribution_id, { uncounted: row.is_fresh ? row.slot : null }]));
  }

  /**
   * Enters supports that came in on paper, in the caller's transaction: counted as paper, open to every level, if the action was open
   * on the day on which the sheet was received. Outcomes in the order of `sheets`; nothing is thrown for a refused one.
   */
  async enterOnPaper(
    tx: Tx,
    municipalityId: string,
    sheets: readonly { readonly contributionId: string; readonly participantId: string; readonly paper: PaperFacts }[],
  ): Promise<SupportOutcome[]> {
    const decided = await insertSupportsIn(
      tx,
      sheets.map((sheet) => ({ ...sheet, municipalityId, channel: 'paper' as const })),
    );
    return decided.map((one) => one.outcome);
  }
}

/** What a client that was too fast is told to wait. */
const pauseSeconds = 60;

function wishOf(actor: Actor, contributionId: string): SupportWish {
  return { municipalityId: actor.municipalityId, contributionId, participantId: actor.participantId, channel: 'web', paper: null };
}

function refuse({ outcome, asked }: DecidedSupport): void {
  if (outcome === 'made' || outcome === 'was-there') return;
  throw refusals[outcome](asked ?? 1);
}

const refusals: Record<Exclude<SupportOutcome, 'made' | 'was-there'>, (asked: number) => Error> = {
  'contribution-not-found': () => new ContributionNotFound(),
  'contribution-ended': () => new ContributionEnded(),
  'contribution-locked': () => new ContributionLocked(),
  'phase-closed': () => new PhaseClosed({ action: 'support' }),
  'level-too-low': (asked) => new LevelTooLow({ asked }),
  'too-many': () => new LimitReached(pauseSeconds),
};

function supportOf(
  contributionId: string,
  { supports, by_level }: Pick<DecidedSupport, 'supports' | 'by_level'>,
  uncounted: number | null,
  mine: boolean,
): Support {
  const counts = uncounted === null ? by_level : withOneMore(by_level, uncounted);
  return { contributionId, count: supports + (uncounted === null ? 0 : 1), people: peopleOf(counts), mine };
}
