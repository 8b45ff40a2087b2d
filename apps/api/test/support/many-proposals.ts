import type { Status } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../src/platform/database/index.ts';
import { plainWords } from '../../src/platform/text/index.ts';
import type { ProposalText } from '../../src/activities/proposals/proposal-text.ts';

/** A proposal of an imported source; its number is taken beforehand (`takeNumbers`), its words are cleaned. */
export interface ImportedProposal extends Omit<ProposalText, 'pictures'> {
  readonly id: string;
  readonly participantId: string;
  readonly number: number;
  readonly status: Status;
  /** ISO 8601; the day of the source. */
  readonly publishedAt: string;
}

export interface ImportScope {
  readonly municipalityId: string;
  readonly consultationId: string;
  readonly activityId: string;
  readonly importId: string;
}

/**
 * Makes many published proposals at once, with their first revisions; some thousands a call. Tallies follow by `insertTallies`, and the
 * log's event is the import's, which commits to all its rows.
 */
export async function insertImportedProposals(
  tx: Tx,
  { municipalityId, consultationId, activityId, importId }: ImportScope,
  proposals: readonly ImportedProposal[],
): Promise<void> {
  const ids = proposals.map((p) => p.id);
  await tx.run(
    `
    INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, participant_id, publication, channel, import_id, number, status, published_at, created_at)
    SELECT $1, p.id, 'proposal', $2, $3, p.participant_id, 'published', 'import', $4, p.number, p.status, p.at, p.at
    FROM unnest($5::uuid[], $6::uuid[], $7::int[], $8::text[], $9::timestamptz[]) AS p(id, participant_id, number, status, at)`,
    [
      municipalityId,
      consultationId,
      activityId,
      importId,
      ids,
      proposals.map((p) => p.participantId),
      proposals.map((p) => p.number),
      proposals.map((p) => p.status),
      proposals.map((p) => p.publishedAt),
    ],
  );
  await tx.run(
    `
    INSERT INTO proposals (municipality_id, id, activity_id, title, body_html, body_text, title_plain, body_plain, category_id, area_id, lon, lat, address)
    SELECT $1, p.id, $2, p.title, p.html, p.body, p.title_plain, p.body_plain, p.category_id, p.area_id, p.lon, p.lat, p.address
    FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::float8[], $12::float8[], $13::text[])
      AS p(id, title, html, body, title_plain, body_plain, category_id, area_id, lon, lat, address)`,
    [
      municipalityId,
      activityId,
      ids,
      proposals.map((p) => p.title),
      proposals.map((p) => p.html),
      proposals.map((p) => p.text),
      proposals.map((p) => plainWords(p.title)),
      proposals.map((p) => plainWords(p.text)),
      proposals.map((p) => p.categoryId),
      proposals.map((p) => p.areaId),
      proposals.map((p) => p.point?.lon ?? null),
      proposals.map((p) => p.point?.lat ?? null),
      proposals.map((p) => p.address),
    ],
  );
  await tx.run(
    `
    INSERT INTO revisions (municipality_id, contribution_id, revision, content, edited_by, edited_at)
    SELECT $1, p.id, 1, p.content::jsonb, p.participant_id, p.at FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[]) AS p(id, content, participant_id, at)`,
    [
      municipalityId,
      ids,
      proposals.map((p) =>
        JSON.stringify({
          title: p.title,
          text: p.text,
          html: p.html,
          category: '',
          categoryId: p.categoryId,
          areaId: p.areaId,
          point: p.point,
          address: p.address,
          pictures: [],
        }),
      ),
      proposals.map((p) => p.participantId),
      proposals.map((p) => p.publishedAt),
    ],
  );
}
