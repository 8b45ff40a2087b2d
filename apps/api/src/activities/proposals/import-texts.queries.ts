import type { ImportedText } from '../../core/activities/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { plainWords } from '../../platform/text/index.ts';

/** The own rows of many imported proposals in one statement. */
export async function insertImportedProposals(
  tx: Tx,
  municipalityId: string,
  activityId: string,
  texts: readonly ImportedText[],
): Promise<void> {
  await tx.run(
    `
    INSERT INTO proposals (municipality_id, activity_id, id, title, body_html, body_text, title_plain, body_plain, category_id, lon, lat, address)
    SELECT $1, $2, p.* FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::float8[], $11::float8[], $12::text[]) AS p`,
    [
      municipalityId,
      activityId,
      texts.map((t) => t.id),
      texts.map((t) => t.title),
      texts.map((t) => t.html),
      texts.map((t) => t.text),
      texts.map((t) => plainWords(t.title)),
      texts.map((t) => plainWords(t.text)),
      texts.map((t) => t.categoryId),
      texts.map((t) => t.lon),
      texts.map((t) => t.lat),
      texts.map((t) => t.address),
    ],
  );
}
