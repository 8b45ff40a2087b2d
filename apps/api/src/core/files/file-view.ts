import type { FileView } from '@parvis/shared/contracts/files.ts';
import type { Town } from '../../platform/http/index.ts';
import type { FileRow } from './files.queries.ts';

/** Where a town serves a file, from the host's root. The same address for ever: what a file shows never changes. */
export function fileUrl(town: Pick<Town, 'base'>, file: Pick<FileRow, 'id' | 'file_name'>): string {
  return `${town.base}/api/files/${file.id}/${encodeURIComponent(file.file_name)}`;
}

/** A row as answers show it. */
export function fileView(town: Pick<Town, 'base'>, file: FileRow): FileView {
  return {
    id: file.id,
    url: fileUrl(town, file),
    mediaType: file.media_type,
    bytes: file.bytes,
    width: file.width,
    height: file.height,
    pages: file.pages,
    name: file.file_name,
  };
}

/** Where the file store keeps a file, or its copy of a width. */
export function fileKey(municipalityId: string, fileId: string, width?: number): string {
  return width === undefined ? `${municipalityId}/${fileId}` : `${municipalityId}/${fileId}.w${width}`;
}
