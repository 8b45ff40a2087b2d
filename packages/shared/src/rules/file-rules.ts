import type { FilePurpose, Role } from './words.ts';

/** What may be uploaded for a purpose. Sizes in bytes, as sent; kinds by content, never by name. */
export interface FileRule {
  readonly maxBytes: number;
  /** Media types that are taken; pictures are kept as WebP whatever they were. */
  readonly accept: readonly string[];
  /** Who may upload; empty for everybody who is signed in. */
  readonly roles: readonly Role[];
}

const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;
const megabyte = 1_000_000;

/** One rule per purpose, for the API, which refuses, and for forms, which say it before. */
export const fileRules: Readonly<Record<FilePurpose, FileRule>> = {
  picture: { maxBytes: 10 * megabyte, accept: pictures, roles: [] },
  cover: { maxBytes: 10 * megabyte, accept: pictures, roles: ['administrator'] },
  arms: { maxBytes: 5 * megabyte, accept: pictures, roles: ['administrator'] },
  document: { maxBytes: 25 * megabyte, accept: ['application/pdf'], roles: ['administrator', 'official'] },
  scan: { maxBytes: 25 * megabyte, accept: ['application/pdf', ...pictures], roles: ['facilitator', 'administrator'] },
  import: { maxBytes: 50 * megabyte, accept: ['text/csv', 'application/x-ndjson', 'application/gzip'], roles: ['administrator'] },
  territory: { maxBytes: 5 * megabyte, accept: ['application/geo+json'], roles: ['administrator'] },
};

/** The largest of them: what the upload address takes at all. */
export const maxUploadBytes = Math.max(...Object.values(fileRules).map((rule) => rule.maxBytes));

/** Widths in pixels in which every picture is also kept, for `?w=`; a narrower picture is served as it is. */
export const pictureWidths = [400, 960] as const;

/** The widest and highest that a picture is kept, in pixels. */
export const maxPictureSide = 2_000;

/** Pixels beyond which a picture is not opened at all: a small file can claim a huge canvas. */
export const maxPicturePixels = 50_000_000;
