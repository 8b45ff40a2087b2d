export type { FileStore } from './file-store.ts';
export { FILE_STORE, FilesModule } from './files.module.ts';
