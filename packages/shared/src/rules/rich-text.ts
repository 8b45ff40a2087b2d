import { escapeHtml } from './escape-html.ts';
import { codePoints } from './plain-text.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const blockEdge = /<\/?(?:p|div|li|ul|ol|h[1-6]|blockquote|pre|tr|table)(?:\s[^>]*)?>/gi;

/**
 * The text of HTML, for search, previews, lengths and mails: tags go, a line break stays where a block or `<br>` stood (at most one
 * empty line), character references are read. Exact for HTML that `cleanRichText` has cleaned; for any other an estimate, and
 * never safe to show as HTML.
 */
export function plainOf(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li(?:\s[^>]*)?>/gi, '\n')
    .replace(blockEdge, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
      name === undefined
        ? characterOf(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal))
        : (named[name.toLowerCase()] ?? whole),
    )
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}

/**
 * The beginning of a plain text on one line, at most `max` code points with the ellipsis, cut after a whole word where one ends in
 * the second half, and never inside a surrogate pair.
 */
export function excerpt(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (codePoints(line) <= max) return line;
  const kept = [...line].slice(0, Math.max(0, max - 1)).join('');
  const lastSpace = kept.lastIndexOf(' ');
  const wordEnd = line[kept.length] === ' ' || lastSpace < kept.length / 2 ? kept.length : lastSpace;
  return `${kept.slice(0, wordEnd).replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** Plain text as HTML: an empty line parts paragraphs, a line break stays one, everything else is escaped. What is blank gives ''. */
export function htmlOfPlain(text: string): string {
  const escaped = escapeHtml(text.trim());
  return escaped === ''
    ? ''
    : escaped
        .split(/\n[ \t]*\n\s*/)
        .map((part) => `<p>${part.replaceAll('\n', '<br />')}</p>`)
        .join('');
}
