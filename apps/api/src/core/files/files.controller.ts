import { Controller, Inject, type StreamableFile } from '@nestjs/common';
import { readFile, uploadFile, type FileView } from '@parvis/shared/contracts/files.ts';
import { Limit, Policy, Route, anyone, type ActorCall, type Call } from '../../platform/http/index.ts';
import { mayUpload, uploadFacts } from './files.policy.ts';
import { FilesService } from './files.service.ts';

/** Uploads, and reads of files by id; who may read is decided per file, never by the address. */
@Controller()
export class FilesController {
  constructor(@Inject(FilesService) private readonly files: FilesService) {}

  @Route(uploadFile)
  @Policy(mayUpload, uploadFacts)
  @Limit({ name: 'upload', points: 60, seconds: 3_600, by: 'account' })
  upload(call: ActorCall<typeof uploadFile>): Promise<FileView> {
    return this.files.upload(call);
  }

  @Route(readFile)
  @Policy(anyone)
  read(call: Call<typeof readFile>): Promise<StreamableFile> {
    return this.files.read(call);
  }
}
