import { inflateSync } from 'node:zlib';

/** Bytes that object streams may inflate to, all together: a small file can hold gigabytes of zeros. */
const maxInflatedBytes = 40_000_000;

/**
 * Pages of a PDF, found without a PDF library: by the linearization header, else by the largest `/Count` of a page tree node
 * (`/Type /Pages`; ISO 32000-1, 7.7.3), written plainly or in a compressed object stream (7.5.7).
 * Limits: encrypted files with compressed objects, and object streams compressed otherwise than by Flate, give null; a file whose last
 * edit removed pages may still give the former number. The number is shown to readers and decides nothing.
 */
export function countPdfPages(bytes: Buffer): number | null {
  const text = bytes.toString('latin1');
  const linear = /\/Linearized\s+[\d.]+[^>]*?\/N\s+(\d{1,6})\b/.exec(text.slice(0, 2_048));
  if (linear) return Number(linear[1]);
  const counts = [...pageCounts(text), ...objectStreams(bytes, text).flatMap(pageCounts)];
  return counts.length > 0 ? Math.max(...counts) : null;
}

/** Whether the bytes begin and end as a PDF: a cut-off upload does not. Some programs write a few bytes before and after. */
export function isWholePdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1_024).includes('%PDF-') && bytes.subarray(-2_048).includes('%%EOF');
}

function pageCounts(text: string): number[] {
  return [...text.matchAll(/\/Type\s*\/Pages\b/g)].flatMap((found) => {
    const near = text.slice(Math.max(0, found.index - 4_000), found.index + 4_000); // never the whole file: it may hold a million such words
    const at = Math.min(found.index, 4_000);
    const [from, to] = [near.lastIndexOf('<<', at), near.indexOf('>>', at)];
    const count = /\/Count\s+(\d{1,6})\b/.exec(near.slice(Math.max(0, from), to < 0 ? undefined : to));
    return count ? [Number(count[1])] : [];
  });
}

function objectStreams(bytes: Buffer, text: string): string[] {
  const found: string[] = [];
  let [left, done] = [maxInflatedBytes, 0];
  for (const match of text.matchAll(/\/Type\s*\/ObjStm\b/g)) {
    if (match.index < done) continue; // inside the stream before: each byte is looked at once
    const keyword = text.indexOf('stream', match.index);
    const end = keyword < 0 ? -1 : text.indexOf('endstream', keyword + 6);
    if (end < 0 || left <= 0) break;
    const start = keyword + 6 + (text[keyword + 6] === '\r' ? 2 : 1);
    const inflated = inflate(bytes.subarray(start, end), left);
    left -= inflated.length;
    done = end;
    found.push(inflated);
  }
  return found;
}

/** '' where the stream is encrypted, damaged, of another filter, or too large: such a stream tells no pages. */
function inflate(stream: Buffer, maxOutputLength: number): string {
  try {
    return inflateSync(stream, { maxOutputLength }).toString('latin1');
  } catch {
    return '';
  }
}
