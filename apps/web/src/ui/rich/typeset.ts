import { escapeHtml } from '@parvis/shared/rules/escape-html.ts';
import type { Language } from '@parvis/shared/rules/words.ts';

/**
 * Keeps French signs on the line of their word: the space that the author typed before : ; ! ? » and after « becomes a no-break one,
 * and so does the space inside a number or before its unit. Changes nothing that can be seen but where lines end. Other languages pass.
 * Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
 */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text;
  return text
    .replace(/ (?=[;!?](?![\p{L}\p{N}]))/gu, '\u202f')
    .replace(/ (?=[:»](?![\p{L}\p{N}]))/gu, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u202f')
    .replace(/(?<=\d) (?=(?:[%€]|h|km|m²|m|ans)(?![\p{L}\p{N}]))/gu, '\u00a0');
}

/** The same for cleaned HTML: only the text between tags. */
export function typesetHtml(html: string, language: Language): string {
  return html.replace(/(^|>)([^<]+)/g, (_, edge: string, text: string) => edge + typeset(text, language));
}

/** Plain text in its paragraphs (parted by an empty line), each in its lines. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
}

/** Plain text as the HTML that `cleanRichText` keeps: paragraphs and line breaks. */
export function htmlOf(text: string): string {
  return paragraphsOf(escapeHtml(text))
    .map((lines) => `<p>${lines.join('<br>')}</p>`)
    .join('');
}
