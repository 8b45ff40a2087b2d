import type { Database, Tx } from '../../platform/database/index.ts';
import type { ImportedText, ImportedTexts } from '../activities/index.ts';
import { insertContributions, insertFirstRevisions, takeNumbers } from '../contributions/index.ts';
import { recordEvent, recordEvents } from '../log/index.ts';
import { makeImportParticipants } from '../participants/index.ts';
import { insertTallies } from '../tallies/index.ts';
import { updateDone, updatePublished } from './imports.queries.ts';
import { pseudonymsFor } from './pseudonyms.ts';
import {
  analyseGrown,
  insertComments,
  insertExternalKeys,
  lockImports,
  prepareSwitch,
  readImportedNames,
  readWave,
  upsertImportedTallies,
  waves,
  type ResolvedRow,
  type Wave,
} from './published-rows.queries.ts';
import { countStaged, dropRepeats, readNewAuthors, type ImportKey } from './staged-rows.queries.ts';

/** Rows of one statement. */
const perBatch = 4_000;

/** What publishing needs to know beside the staged rows. */
export interface ImportPlace extends ImportKey {
  readonly consultationId: string;
  readonly activityId: string;
  /** The activity's. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly startedBy: string | null;
  readonly timeZone: string;
  /** Keys the pseudonyms. */
  readonly secret: string;
  /** « Participant » and « Auteur non indiqué », in the town's language. */
  readonly words: { readonly participant: string; readonly noAuthor: string };
}

/**
 * Publishes everything that an import has staged, in one transaction: contributions with their authors, first versions, figures, keys,
 * outbox rows with commitments, and one line of the consultation's history. All or nothing: a failure leaves no trace but numbers that
 * nobody will have. Readers of the outbox wait meanwhile (docs/measurements.md, 7).
 */
export async function publishImport(db: Database, texts: ImportedTexts, place: ImportPlace): Promise<void> {
  const staged = await countStaged(db, place);
  // In a transaction of its own: the series' row would keep every new proposal of the town waiting until the switch ends.
  const firstNumber = staged.proposal === 0 ? 0 : await db.transaction((tx) => takeNumbers(tx, place.municipalityId, staged.proposal));
  await db.transaction((tx) => new Switch(tx, db, texts, place, firstNumber).run());
}

class Switch {
  private done = 0;
  private noAuthor: string | null = null;
  private readonly counts = { proposal: 0, comment: 0, totals: 0, participant: 0 };

  constructor(
    private readonly tx: Tx,
    private readonly db: Database,
    private readonly texts: ImportedTexts,
    private readonly place: ImportPlace,
    private number: number,
  ) {}

  async run(): Promise<void> {
    const { tx, place } = this;
    await prepareSwitch(tx, place.timeZone);
    await lockImports(tx, place.municipalityId);
    await dropRepeats(tx, place);
    await this.makeAuthors();
    for (const wave of waves) {
      for (let after = -1; ;) {
        const rows = await readWave(tx, place, wave, after, perBatch);
        if (rows.length === 0) break;
        await this.publish(wave, rows);
        after = rows.at(-1)!.position;
        this.done += rows.length;
        await updateDone(this.db, place, this.done);
      }
    }
    await updatePublished(tx, place, this.counts, this.done);
    await this.record();
  }

  private async makeAuthors(): Promise<void> {
    const { tx, place } = this;
    const { keys, someAnonymous } = await readNewAuthors(tx, place);
    const taken = new Set(await readImportedNames(tx, place.municipalityId));
    for (let from = 0; from < keys.length; from += perBatch) {
      const some = keys.slice(from, from + perBatch);
      const ids = await makeImportParticipants(
        tx,
        { id: place.municipalityId },
        pseudonymsFor(place.secret, place.source, some, place.words.participant, taken),
      );
      await insertExternalKeys(
        tx,
        place,
        'participant',
        some.map((key, at) => ({ key, contributionId: null, participantId: ids[at]! })),
      );
    }
    await analyseGrown(tx, 'participants', keys.length);
    await analyseGrown(tx, 'external_keys', keys.length);
    if (someAnonymous) [this.noAuthor = null] = await makeImportParticipants(tx, { id: place.municipalityId }, [place.words.noAuthor]);
    this.counts.participant = keys.length + (someAnonymous ? 1 : 0);
  }

  private async publish(wave: Wave, rows: readonly ResolvedRow[]): Promise<void> {
    if (wave === 'proposals') await this.publishProposals(rows);
    else if (wave !== 'totals') await this.publishComments(rows);
    else this.counts.totals += rows.length;
    await upsertImportedTallies(
      this.tx,
      this.place,
      rows.flatMap((row) => {
        const contributionId = wave === 'totals' ? row.subject_id! : row.contribution_id;
        return row.content.tallies.map(([label, count]) => ({ contributionId, label, count }));
      }),
    );
  }

  private async publishProposals(rows: readonly ResolvedRow[]): Promise<void> {
    const { tx, place, texts } = this;
    const { municipalityId, consultationId, activityId } = place;
    const imported = rows.map((row): ImportedText => ({
      id: row.contribution_id,
      title: row.content.title ?? '',
      html: row.content.html ?? '',
      text: row.content.text ?? '',
      categoryId: row.content.category ?? null,
      lon: row.content.lon ?? null,
      lat: row.content.lat ?? null,
      address: row.content.address ?? '',
    }));
    const contents = imported.map((text) => texts.contentOf(text, place.settings));
    await this.insertShared(
      texts.contributionKind,
      rows,
      contents,
      rows.map(() => this.number++),
    );
    await texts.insert(tx, municipalityId, activityId, imported);
    await insertTallies(
      tx,
      municipalityId,
      imported.map(({ id, categoryId }) => ({
        contributionId: id,
        consultationId,
        activityId,
        kind: texts.contributionKind,
        categoryId,
        areaId: null,
      })),
    );
    await this.insertKeys('proposal', rows);
    this.counts.proposal += rows.length;
  }

  private async publishComments(rows: readonly ResolvedRow[]): Promise<void> {
    const comments = rows.map(({ contribution_id, subject_id, parent_id, source_parent, content }) => ({
      id: contribution_id,
      subjectId: subject_id!,
      parentId: parent_id,
      sourceParent: source_parent,
      stance: content.stance ?? 'neutral',
      body: content.text ?? '',
    }));
    const contents = comments.map(({ body, stance, subjectId, parentId }) => ({ title: '', text: body, stance, subjectId, parentId }));
    await this.insertShared(
      'comment',
      rows,
      contents,
      rows.map(() => null),
    );
    await insertComments(this.tx, this.place.municipalityId, comments);
    await analyseGrown(this.tx, 'comments', rows.length);
    await this.insertKeys('comment', rows);
    this.counts.comment += rows.length;
  }

  /** What every kind has: the shared row, its first version, and its outbox row. */
  private async insertShared(
    kind: string,
    rows: readonly ResolvedRow[],
    contents: readonly object[],
    numbers: readonly (number | null)[],
  ): Promise<void> {
    const { tx, place } = this;
    const { municipalityId, consultationId, activityId, importId } = place;
    const of = (row: ResolvedRow): string => row.participant_id ?? this.noAuthor!;
    const moments = await insertContributions(
      tx,
      { municipalityId, kind, consultationId, activityId, importId },
      rows.map((row, at) => ({
        id: row.contribution_id,
        participantId: of(row),
        publication: row.content.publication ?? 'published',
        withdrawnReason: row.content.reason ?? '',
        number: numbers[at]!,
        publishedAt: row.content.at ?? null,
      })),
    );
    await analyseGrown(tx, 'contributions', rows.length);
    await insertFirstRevisions(
      tx,
      municipalityId,
      rows.map((row, at) => ({ id: row.contribution_id, participantId: of(row), content: contents[at]!, at: row.content.at ?? null })),
    );
    await recordEvents(
      tx,
      rows.map((row, at) => ({
        municipalityId,
        topic: `${kind}.imported`,
        consultationId,
        contributionId: row.contribution_id,
        participantId: of(row),
        subject: { importId, revision: 1 },
        record: {
          id: row.contribution_id,
          revision: 1,
          participantId: of(row),
          number: numbers[at]!,
          publication: row.content.publication ?? 'published',
          publishedAt: moments.get(row.contribution_id)!, // as kept, not as the source wrote it: who checks has only that
          ...contents[at],
        },
      })),
    );
  }

  private async insertKeys(kind: 'proposal' | 'comment', rows: readonly ResolvedRow[]): Promise<void> {
    await insertExternalKeys(
      this.tx,
      this.place,
      kind,
      rows.map((row) => ({ key: row.external_key, contributionId: row.contribution_id, participantId: null })),
    );
  }

  private async record(): Promise<void> {
    const { municipalityId, consultationId, activityId, importId, source, startedBy } = this.place;
    const { proposal: proposals, comment: comments, totals, participant: participants } = this.counts;
    const detail = { importId, activityId, source, proposals, comments, totals, participants };
    await recordEvent(this.tx, {
      municipalityId,
      topic: 'import.published',
      consultationId,
      participantId: startedBy,
      subject: { importId, activityId },
      record: detail,
      history: { role: startedBy ? 'administrator' : 'operator', act: 'imported', detail },
    });
  }
}
