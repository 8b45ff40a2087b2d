import { fileTypeFromBuffer } from 'file-type';
import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import type { FilePurpose } from '@parvis/shared/rules/words.ts';
import { DocumentUnreadable, FileNotAccepted, countPdfPages, encodePicture, isWholePdf } from '../../platform/media/index.ts';

/** A file as it will be kept: judged by its content, pictures written anew. */
export interface PreparedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly extension: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly narrower: readonly { readonly width: number; readonly bytes: Buffer }[];
}

const plain = { width: null, height: null, pages: null, narrower: [] } as const;

/** Finds what the bytes are and makes them fit to keep for `purpose`. @throws FileNotAccepted, DocumentUnreadable, PictureUnreadable, PictureTooManyPixels */
export async function prepareFile(purpose: FilePurpose, bytes: Buffer): Promise<PreparedFile> {
  const mediaType = await kindOf(purpose, bytes);
  if (!fileRules[purpose].accept.includes(mediaType)) throw new FileNotAccepted();
  if (mediaType.startsWith('image/')) {
    const picture = await encodePicture(bytes);
    return { ...plain, ...picture, mediaType: 'image/webp', extension: 'webp' };
  }
  if (mediaType === 'application/pdf') {
    if (!isWholePdf(bytes)) throw new DocumentUnreadable();
    return { ...plain, bytes, mediaType, extension: 'pdf', pages: countPdfPages(bytes) };
  }
  return { ...plain, bytes, mediaType, extension: extensions[mediaType] ?? 'bin' };
}

const extensions: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'jsonl',
  'application/gzip': 'gz',
  'application/geo+json': 'geojson',
};

/** By magic numbers; text files have none, so a text is taken for what its purpose expects. */
async function kindOf(purpose: FilePurpose, bytes: Buffer): Promise<string> {
  if (purpose === 'territory') return isText(bytes) && /^\s*\{/.test(firstWords(bytes)) ? 'application/geo+json' : '';
  if (purpose === 'import' && isText(bytes)) return /^\s*[{[]/.test(firstWords(bytes)) ? 'application/x-ndjson' : 'text/csv';
  return (await fileTypeFromBuffer(bytes))?.mime ?? '';
}

function isText(bytes: Buffer): boolean {
  return bytes.length > 0 && !bytes.includes(0) && !bytes.subarray(0, 4).equals(Buffer.from('%PDF'));
}

function firstWords(bytes: Buffer): string {
  return bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}
