import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, LegalPage } from '@parvis/shared/rules/words.ts';
import { projectRoot } from '../../platform/config/index.ts';
import { say } from '../../platform/messages/index.ts';

const folder = join(projectRoot, 'apps/api/src/core/legal/templates');

/** The text of a legal page that a town begins with, with its `{{blanks}}`; already clean rich text. */
export function legalTemplate(page: LegalPage, language: Language): { readonly title: string; readonly html: string } {
  return {
    title: say(language, `legal.titles.${page}`),
    html: readFileSync(join(folder, language, `${page}.html`), 'utf8').replaceAll('\n', ''),
  };
}

/** The rules of moderation that a town may begin with; nothing is published before an administrator does. */
export function rulesTemplate(language: Language): { title: string; body: string }[] {
  return JSON.parse(readFileSync(join(folder, language, 'moderation-rules.json'), 'utf8')) as { title: string; body: string }[];
}
