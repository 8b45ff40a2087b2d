const candidates = [';', ',', '\t', '|'] as const;

/** The sign between the cells of a CSV text: of `;`, `,`, tab and `|` the one most frequent in the header, outside quotes. */
export function findDelimiter(text: string): string {
  const header = headerOf(text);
  const counts = candidates.map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** The first record, with quoted parts emptied; a quoted line break does not end it. */
function headerOf(text: string): string {
  let quoted = false;
  let header = '';
  for (const sign of text.slice(0, 20_000)) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '\n' || sign === '\r') {
      if (header.trim() !== '') break;
    } else header += sign;
  }
  return header;
}
