import { Global, Module } from '@nestjs/common';
import { BadConfiguration, CONFIG, type Config } from '../config/index.ts';
import { FolderStore } from './file-store.ts';

export const FILE_STORE = Symbol('file-store');

/** Gives the store that FILES_URL names. */
@Global()
@Module({
  providers: [
    {
      provide: FILE_STORE,
      inject: [CONFIG],
      useFactory: (config: Config) => {
        if (/^[a-z0-9]+:\/\//.test(config.filesFolder)) throw new BadConfiguration('FILES_URL must be a folder.');
        return new FolderStore(config.filesFolder);
      },
    },
  ],
  exports: [FILE_STORE],
})
export class FilesModule {}
