import sanitize from 'sanitize-html';
import { readPlainText } from '@parvis/shared/rules/plain-text.ts';
import { plainOf } from '@parvis/shared/rules/rich-text.ts';
import { InvalidInput } from '../http/index.ts';

/** Rich text that may be stored and shown, with the plain text of it. */
export interface CleanText {
  readonly html: string;
  readonly text: string;
}

const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

const options: sanitize.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'h3', 'h4', 'blockquote', 'a'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: {},
  allowProtocolRelative: false,
  allowedClasses: {},
  nestingLimit: 12,
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'iframe',
    'noembed',
    'noframes',
    'template',
    'xmp',
    'title',
    'svg',
    'math',
    'object',
  ],
  transformTags: {
    // What other editors and imports call the same things.
    b: 'strong',
    i: 'em',
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    div: 'p',
    a: (_, attributes): sanitize.Tag => {
      const href = safeHref(attributes['href'] ?? '');
      return href === null ? { tagName: 'span', attribs: {} } : { tagName: 'a', attribs: { href, rel: 'nofollow ugc noopener' } };
    },
  },
};

/**
 * Rich text through the allow list, for everything that people, editors or imports bring as HTML: p, br, strong, em, ul, ol, li, h3,
 * h4, blockquote, and a with an absolute http, https or mailto address. Everything else goes, its text stays, but that of scripts,
 * styles and other tags whose text is none. Control characters and bidirectional overrides go too, also where a character
 * reference spelled them. Idempotent.
 * @returns the HTML, and its text as search, mails and lengths use it
 * @throws InvalidInput when the HTML holds U+0000, another control character, or a lone surrogate
 */
export function cleanRichText(html: string): CleanText {
  const read = readPlainText(html, 'many');
  if ('fault' in read) throw new InvalidInput([{ pointer: '#', code: read.fault }]);
  const cleaned = settle(read.text);
  const words = readPlainText(plainOf(cleaned), 'many');
  return { html: cleaned, text: 'text' in words ? words.text : '' };
}

/** Cleans until nothing changes: a paragraph in a paragraph, made of nested `div`s, is parted only when it is read again. */
function settle(html: string): string {
  const once = tidy(sanitize(html, options));
  return once === html ? once : settle(once);
}

/**
 * Between the tags: characters that a reference spelled, Unicode NFC, and no mark at the beginning, which would melt with the tag's
 * own `>` when the HTML is normalised as a whole (`>` and U+0338 are `≯`). Elements without content go.
 */
function tidy(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((part) =>
      part.startsWith('<')
        ? part
        : part
            .replace(hidden, '')
            .normalize('NFC')
            .replace(/^\p{M}+/u, ''),
    )
    .join('')
    .replace(/<(p|li|ul|ol|h3|h4|blockquote|strong|em)>\s*<\/\1>/g, '')
    .trim();
}

/** The link as the WHATWG URL standard writes it, or null where a browser would go elsewhere or run something. */
function safeHref(typed: string): string | null {
  const trimmed = typed.trim();
  if (
    trimmed.length > 2_000 ||
    /[\s\\\p{Cc}\p{Cf}]/u.test(trimmed) ||
    !/^(?:https?:\/\/[^/]|mailto:[^:]+@)/i.test(trimmed) ||
    !URL.canParse(trimmed)
  )
    return null;
  const { href, username, password } = new URL(trimmed);
  return username === '' && password === '' && !/[<>"'\p{M}]/u.test(href) ? href : null;
}
