/** Places of a text that are filled by themselves, by name, with what they are called while it is written: `{{director}}` is kept, “Directeur” is shown. */
export type Blanks = Readonly<Record<string, string>>;

const kept = /\{\{(\w+)\}\}/g;

/** The names of blanks that a text no longer holds. */
export function absentFrom(html: string, blanks: Blanks): string[] {
  const present = new Set([...html.matchAll(kept)].map((found) => found[1]));
  return Object.keys(blanks).filter((name) => !present.has(name));
}

/** Plain text for a textarea: each blank as its words in brackets. */
export function bracketed(text: string, blanks: Blanks): string {
  return text.replace(kept, (whole, name: string) => (blanks[name] === undefined ? whole : `[${blanks[name]}]`));
}

/** The way back from `bracketed`. */
export function unbracketed(text: string, blanks: Blanks): string {
  return Object.entries(blanks).reduce((words, [name, label]) => words.replaceAll(`[${label}]`, `{{${name}}}`), text);
}

/** HTML for the editor: each blank between the tags as an element of its own. */
export function marked(html: string, blanks: Blanks): string {
  return html.replace(
    /(^|>)([^<]+)/g,
    (_, edge: string, text: string) =>
      edge + text.replace(kept, (whole, name: string) => (blanks[name] === undefined ? whole : `<span data-blank="${name}"></span>`)),
  );
}

/** The way back from `marked`: the editor writes the words of a blank inside its element. */
export function unmarked(html: string): string {
  return html.replace(/<span[^>]*\sdata-blank="(\w+)"[^>]*>[^<]*<\/span>/g, '{{$1}}');
}
