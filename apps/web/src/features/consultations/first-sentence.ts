/** The first sentence of a text and what follows it; a name's initial (« M. Morel ») ends none, nor does anything before twenty characters. */
export function firstSentence(text: string): { readonly first: string; readonly rest: string } {
  const [, first = text, rest = ''] = /^(.{20,}?(?<!\s\p{Lu})[.!?])\s+(\p{Lu}.*)$/su.exec(text) ?? [];
  return { first, rest };
}
