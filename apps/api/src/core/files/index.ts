export { UploadsModule } from './files.module.ts';
export { fileKey, fileUrl, fileView } from './file-view.ts';
export { publishFiles, unpublishFiles, type FileRow, type OwnedFileRow } from './files.queries.ts';
export { assertOwnFiles, eraseFilesOfContribution, eraseFilesOfParticipant, removeFiles } from './use-files.ts';
