import type { Tx } from '../../platform/database/index.ts';

export interface ActivityEditRow {
  readonly id: string;
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly intro: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** In the order of the page, for whoever edits: settings included, hidden from no one. */
export async function readActivitiesOf(tx: Tx, municipalityId: string, consultationId: string): Promise<ActivityEditRow[]> {
  return tx.rows<ActivityEditRow>(
    'SELECT id, kind, slug, title, intro, settings FROM activities WHERE municipality_id = $1 AND consultation_id = $2 ORDER BY position, id',
    [municipalityId, consultationId],
  );
}

export interface NewActivity {
  readonly municipalityId: string;
  readonly consultationId: string;
  readonly id: string;
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly intro: string;
  readonly settings: object;
}

/** Adds an activity after the others. */
export async function insertActivity(tx: Tx, a: NewActivity): Promise<void> {
  await tx.run(
    `
    INSERT INTO activities (municipality_id, id, consultation_id, kind, slug, title, intro, settings, position)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT count(*) FROM activities WHERE municipality_id = $1 AND consultation_id = $3))`,
    [a.municipalityId, a.id, a.consultationId, a.kind, a.slug, a.title, a.intro, JSON.stringify(a.settings)],
  );
}

/** The kind of an activity never changes; its settings were read by the kind's schema before. */
export async function updateActivity(tx: Tx, a: Omit<NewActivity, 'kind' | 'consultationId'>): Promise<void> {
  await tx.run('UPDATE activities SET title = $3, slug = $4, intro = $5, settings = $6 WHERE municipality_id = $1 AND id = $2', [
    a.municipalityId,
    a.id,
    a.title,
    a.slug,
    a.intro,
    JSON.stringify(a.settings),
  ]);
}

/** Former slugs of a consultation's activities, which lead on to their address of today. */
export async function readFormerSlugs(
  tx: Tx,
  municipalityId: string,
  consultationId: string,
): Promise<{ slug: string; activity_id: string }[]> {
  return tx.rows('SELECT slug, activity_id FROM former_activity_slugs WHERE municipality_id = $1 AND consultation_id = $2', [
    municipalityId,
    consultationId,
  ]);
}

/** Remembers the slug that an activity gives up, and forgets the one that it takes back. */
export async function replaceFormerSlug(
  tx: Tx,
  a: Pick<NewActivity, 'municipalityId' | 'consultationId' | 'id'>,
  change: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx.run('DELETE FROM former_activity_slugs WHERE municipality_id = $1 AND consultation_id = $2 AND slug = $3', [
    a.municipalityId,
    a.consultationId,
    change.to,
  ]);
  await tx.run('INSERT INTO former_activity_slugs (municipality_id, consultation_id, slug, activity_id) VALUES ($1, $2, $3, $4)', [
    a.municipalityId,
    a.consultationId,
    change.from,
    a.id,
  ]);
}

/** Puts activities in the order of `ids`; those left out follow. */
export async function updateOrder(tx: Tx, municipalityId: string, consultationId: string, ids: readonly string[]): Promise<void> {
  await tx.run(
    `
    UPDATE activities SET position = coalesce(array_position($3::uuid[], id), 1000) WHERE municipality_id = $1 AND consultation_id = $2`,
    [municipalityId, consultationId, ids],
  );
}

/** False when something refers to it: contributions, responses. */
export async function deleteUnusedActivity(tx: Tx, municipalityId: string, id: string): Promise<boolean> {
  return (
    (await tx.run(
      `
    DELETE FROM activities a WHERE a.municipality_id = $1 AND a.id = $2
      AND NOT EXISTS (SELECT FROM contributions c WHERE c.municipality_id = a.municipality_id AND c.activity_id = a.id)
      AND NOT EXISTS (SELECT FROM responses r WHERE r.municipality_id = a.municipality_id AND r.activity_id = a.id)`,
      [municipalityId, id],
    )) > 0
  );
}
