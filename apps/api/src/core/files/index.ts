export { UploadsModule } from './files.module.ts';
export { fileKey, fileUrl, fileView } from './file-view.ts';
export { publishFiles, unpublishFiles, type FileRow } from './files.queries.ts';
export { assertOwnFiles, removeFiles } from './use-files.ts';
