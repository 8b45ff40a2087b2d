import type { Stance } from '@parvis/shared/rules/words.ts';
import { writeComment } from '../../src/core/comments/index.ts';
import { insertContribution, insertRevision, takeNumbers } from '../../src/core/contributions/index.ts';
import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from './app.ts';
import type { TestConsultation } from './consultations.ts';
import type { Person, TestTown } from './people.ts';

interface Written {
  readonly publication?: 'draft' | 'pending' | 'published';
}

/** A proposal that people can comment on, with its first revision and its tally; no service is asked. */
export async function aSubject(
  { db }: TestApp,
  town: TestTown,
  consultation: TestConsultation,
  author: Person,
  {
    title = 'Planter des arbres d’ombre place du Marché',
    text = 'L’été, la place atteint 41 °C à 16 h.',
    publication = 'published',
  }: Written & { title?: string; text?: string } = {},
): Promise<string> {
  const id = newId();
  await db.transaction(async (tx) => {
    const number = await takeNumbers(tx, town.id);
    await insertContribution(tx, {
      municipalityId: town.id,
      id,
      kind: 'proposal',
      consultationId: consultation.id,
      activityId: consultation.activity.id,
      participantId: author.participantId,
      publication,
      channel: 'web',
      number,
    });
    await insertRevision(tx, {
      municipalityId: town.id,
      contributionId: id,
      revision: 1,
      content: { title, text },
      editedBy: author.participantId,
    });
    await tx.run(
      `
      INSERT INTO proposals (municipality_id, id, activity_id, title, body_html, body_text, title_plain, body_plain) VALUES ($1, $2, $3, $4, '<p>' || $5 || '</p>', $5, lower($4), lower($5))`,
      [town.id, id, consultation.activity.id, title, text],
    );
    await tx.run(
      `
      INSERT INTO tallies (municipality_id, contribution_id, consultation_id, activity_id, kind, status, shuffle, published_at) VALUES ($1, $2, $3, $4, 'proposal', 'submitted', 1, statement_timestamp())`,
      [town.id, id, consultation.id, consultation.activity.id],
    );
  });
  return id;
}

/** A comment of somebody on a subject, as `writeComment` writes it for any door. */
export async function aComment(
  { db }: TestApp,
  consultation: TestConsultation,
  author: Person,
  subjectId: string,
  {
    text = 'Un banc à l’ombre changerait tout.',
    stance = 'for',
    parentId = null,
    publication = 'published',
  }: { text?: string; stance?: Stance; parentId?: string | null; publication?: 'pending' | 'published' } = {},
): Promise<string> {
  return db.transaction((tx) =>
    writeComment(tx, {
      municipalityId: author.town.id,
      consultationId: consultation.id,
      activityId: consultation.activity.id,
      participantId: author.participantId,
      channel: 'web',
      subjectId,
      parentId,
      stance,
      text,
      publication,
    }),
  );
}

/** The town's moderation rules, published as the next version; gives the version. */
export async function someRules(
  { db }: TestApp,
  town: TestTown,
  titles: readonly string[] = [
    'Rester dans le sujet',
    'Respecter les personnes',
    'Ni publicité ni démarchage',
    'Données personnelles d’un tiers',
  ],
): Promise<number> {
  const row = await db.one<{ version: number }>(
    `
    INSERT INTO moderation_rule_versions (municipality_id, version) SELECT $1, coalesce(max(version), 0) + 1 FROM moderation_rule_versions WHERE municipality_id = $1 RETURNING version`,
    [town.id],
  );
  for (const [at, title] of titles.entries()) {
    await db.run('INSERT INTO moderation_rules (municipality_id, version, number, title, body) VALUES ($1, $2, $3, $4, $5)', [
      town.id,
      row!.version,
      at + 1,
      title,
      `${title}. Ce qui s’en écarte est retiré, avec un motif.`,
    ]);
  }
  return row!.version;
}
