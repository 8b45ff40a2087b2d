import { legalFields } from '@parvis/shared/rules/legal-pages.ts';
import { legalPages } from '@parvis/shared/rules/words.ts';
import type { TestApp } from './app.ts';
import type { TestTown } from './people.ts';

/** Fills every legal page and publishes a moderation rule, so that the town's consultations may open. */
export async function completeLegalPages({ db }: TestApp, town: TestTown): Promise<void> {
  for (const page of legalPages) {
    const fields = Object.fromEntries(
      legalFields[page].map((field) => [
        field.name,
        { conformity: 'partial', date: '2026-10-01', email: 'mairie@exemple.fr', line: 'Rempli', lines: 'Rempli' }[field.kind],
      ]),
    );
    for (const language of ['fr', 'en'])
      await db.run(
        `
      INSERT INTO legal_pages (municipality_id, page, language, version, title, body_html, fields, is_complete) VALUES ($1, $2, $3, 1, $2, '<p>Texte</p>', $4, true) ON CONFLICT DO NOTHING`,
        [town.id, page, language, JSON.stringify(fields)],
      );
  }
  await db.run('INSERT INTO moderation_rule_versions (municipality_id, version) VALUES ($1, 1) ON CONFLICT DO NOTHING', [town.id]);
  await db.run(
    `INSERT INTO moderation_rules (municipality_id, version, number, title, body) VALUES ($1, 1, 1, 'Respecter les personnes', 'Pas d’insulte.') ON CONFLICT DO NOTHING`,
    [town.id],
  );
}
