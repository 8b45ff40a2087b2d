/** A piece of a text: words, or an address that may be followed. */
export interface TextPart {
  readonly text: string;
  /** http or https, as the WHATWG URL standard writes it; absent for words. */
  readonly href?: string;
}

const address = /https?:\/\/[^\s<>"«»“”\u0000-\u001f]+/gi;
// What ends a sentence or closes a bracket is rarely part of the address that stands before it.
const trailing = /[.,;:!?…'’)\]}*_~\u00a0\u202f]+$/u;

/**
 * Plain text in pieces, its web addresses apart so that a page can make links of them. Joined, the pieces are the text again: nothing
 * is added, shortened or hidden, so that what is read is where the link leads. Only http and https, without user name or password
 * (`https://mairie.fr@ailleurs.example` stays words).
 */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = withoutTrailing(found);
    const href = hrefOf(shown);
    if (!href) continue;
    if (index > done) parts.push({ text: text.slice(done, index) });
    parts.push({ text: shown, href });
    done = index + shown.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

/** Keeps a closing bracket that was opened within: `…/Parvis_(lieu)`. */
function withoutTrailing(found: string): string {
  const cut = found.replace(trailing, '');
  return found[cut.length] === ')' && cut.includes('(') && !cut.includes(')') ? `${cut})` : cut;
}

function hrefOf(typed: string): string | null {
  if (typed.length > 2_000 || typed.includes('\\') || !URL.canParse(typed)) return null;
  const { href, hostname, username, password } = new URL(typed);
  return hostname.includes('.') && username === '' && password === '' ? href : null;
}
