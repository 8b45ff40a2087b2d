/** Where the reader is, below the town and its language. */
export interface Location {
  /** As the browser writes it, with its letters encoded. */
  readonly pathname: string;
  /** With its `?`, or empty. */
  readonly search: string;
  /** With its `#`, or empty. */
  readonly hash: string;
  /** Names this visit in the browser's history: the same address visited twice has two. */
  readonly key: string;
}

/** Where a link leads: an address below the language, or only the part of the present one that changes (`?tri=…`, `#arguments`). */
export type To = string | { readonly pathname?: string; readonly search?: string; readonly hash?: string };

const withSign = (sign: string, part: string): string => (part && !part.startsWith(sign) ? sign + part : part);

/** The whole address of a link, below the language; a link without a path stays on the page it stands on. */
export function resolve(to: To, from: Pick<Location, 'pathname'>): string {
  if (typeof to !== 'string') return (to.pathname ?? from.pathname) + withSign('?', to.search ?? '') + withSign('#', to.hash ?? '');
  return /^[?#]|^$/.test(to) ? from.pathname + to : to;
}
