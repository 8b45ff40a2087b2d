import { escapeHtml } from './escape-html.ts';
import type { LegalPage } from './words.ts';

/** How a blank of a legal page is typed: one line, several lines, an e-mail address, a day, or one of fixed words. */
export type LegalFieldKind = 'line' | 'lines' | 'email' | 'date' | 'conformity';

/** One blank of a legal page; the page's text names it as `{{name}}`. */
export interface LegalField {
  readonly name: string;
  readonly kind: LegalFieldKind;
  readonly required: boolean;
}

const required = (name: string, kind: LegalFieldKind = 'line'): LegalField => ({ name, kind, required: true });
const optional = (name: string, kind: LegalFieldKind = 'line'): LegalField => ({ name, kind, required: false });

/**
 * The blanks of each legal page, in the order of the form.
 * Sources: loi n° 2004-575 (LCEN), art. 1-1 (publisher, director, host, with telephone); GDPR, art. 13 (controller, data protection
 * officer, how long); décret n° 2019-768, art. 7, and RGAA (conformity, contact of the accessibility statement).
 */
export const legalFields: { readonly [P in LegalPage]: readonly LegalField[] } = {
  'legal-notice': [
    required('publisher'),
    required('publisherAddress', 'lines'),
    required('publisherPhone'),
    required('publisherEmail', 'email'),
    required('director'),
    required('host'),
    required('hostAddress', 'lines'),
    required('hostPhone'),
  ],
  privacy: [required('controller'), required('dpo', 'lines'), required('retention')],
  accessibility: [
    required('conformity', 'conformity'),
    required('accessibilityContact', 'email'),
    optional('auditor'),
    optional('auditedOn', 'date'),
  ],
  terms: [required('termsContact', 'email'), required('minimumAge')],
};

/** What the blanks of one page are filled with; a blank that is not there is empty. */
export type LegalValues = Readonly<Record<string, string>>;

/** The names of the required blanks that are empty; a page without any is complete and may be published. */
export function missingFields(page: LegalPage, values: LegalValues): string[] {
  return legalFields[page].filter((field) => field.required && !values[field.name]?.trim()).map((field) => field.name);
}

const blank = /\{\{(\w+)\}\}/g;
const brace = /\{\{|\}\}/;

/** Whether a text holds double braces that are no blank of its page: a misspelt or half-deleted one, which the public would read. */
export function hasBrokenBlank(page: LegalPage, text: string): boolean {
  const names = new Set(legalFields[page].map((field) => field.name));
  return brace.test(text.replace(blank, (whole, name: string) => (names.has(name) ? '' : whole)));
}

/**
 * The text of a page with its blanks filled, line breaks kept. A paragraph or list item all of whose blanks are empty is left out, so
 * that an optional line ("Audited by …") goes when it says nothing; in any other place an empty blank shows as `…`. Braces of no blank go.
 * @param html clean rich text; values are escaped here
 */
export function fillLegalText(html: string, values: LegalValues): string {
  const filledIn = (name: string): string => values[name]?.trim() ?? '';
  return html
    .replace(/<(p|li)>((?:(?!<\/?(?:p|li)>).)*)<\/\1>/gs, (whole, _tag: string, inside: string) => {
      const names = [...inside.matchAll(blank)].map((found) => found[1]!);
      return names.length > 0 && names.every((name) => filledIn(name) === '') ? '' : whole;
    })
    .replace(/<(ul|ol)>\s*<\/\1>/g, '')
    .replace(/\{\{(?!\w+\}\})|(?<!\{\{\w+)\}\}/g, '')
    .replace(blank, (_whole, name: string) => escapeHtml(filledIn(name)).replaceAll('\n', '<br />') || '…');
}

/** Headings one level up, for a page whose title is its only heading above: stored text begins at h3, a page's sections at h2. */
export function raiseHeadings(html: string): string {
  return html.replace(/<(\/?)h([34])>/g, (_whole, slash: string, level: string) => `<${slash}h${Number(level) - 1}>`);
}
