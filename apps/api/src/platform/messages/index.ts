import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/index.ts';

/** Languages that the product speaks; the first is the default. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

type Tree = { [key: string]: string | Tree };
const source = join(projectRoot, 'apps/api/src');

function merge(into: Tree, from: Tree): Tree {
  for (const [key, value] of Object.entries(from)) {
    const there = into[key];
    into[key] = typeof value === 'object' && typeof there === 'object' ? merge(there, value) : value;
  }
  return into;
}

function load(language: Language): Tree {
  const files = globSync(`**/messages/${language}.json`, { cwd: source }).sort();
  return files.reduce<Tree>((all, file) => merge(all, JSON.parse(readFileSync(join(source, file), 'utf8')) as Tree), {});
}

const texts: Record<Language, Tree> = { fr: load('fr'), en: load('en') };

function find(tree: Tree, key: string): string | Tree | undefined {
  return key.split('.').reduce<string | Tree | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), tree);
}

/**
 * The sentence under `key` in every room's `messages/<language>.json`, with `{name}` replaced by values. A node with plural forms
 * (`one`, `many`, `other`; CLDR categories) is chosen by `values.count`. @throws when the key is missing: a test visits all keys.
 */
export function say(language: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  let found = find(texts[language], key);
  if (typeof found === 'object') found = pluralForm(language, found, values['count']);
  if (typeof found !== 'string') throw new Error(`No message "${key}" in ${language}.`);
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

function pluralForm(language: Language, forms: Tree, count: string | number | undefined): string | Tree | undefined {
  if (typeof count !== 'number') return undefined;
  return forms[new Intl.PluralRules(language).select(count)] ?? forms['other'];
}

/** Whether a message exists, for optional texts. */
export function hasMessage(language: Language, key: string): boolean {
  return find(texts[language], key) !== undefined;
}

/** The best of `allowed` for an Accept-Language header (RFC 9110, section 12.5.4); the first of `allowed` when none fits. */
export function chooseLanguage(header: string | undefined, allowed: readonly Language[] = languages): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((one) => one.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const found = allowed.find((one) => one === language);
    if (found) return found;
  }
  return allowed[0] ?? 'fr';
}
