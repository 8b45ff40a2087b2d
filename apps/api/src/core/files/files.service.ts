import { createHash } from 'node:crypto';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { FileView, readFile, uploadFile } from '@parvis/shared/contracts/files.ts';
import { fileRules, pictureWidths } from '@parvis/shared/rules/file-rules.ts';
import { Database } from '../../platform/database/index.ts';
import { FILE_STORE, type FileStore } from '../../platform/files/index.ts';
import type { ActorCall, Call } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { shownFileName } from './file-name.ts';
import { fileKey, fileView } from './file-view.ts';
import { FileNotFound } from './files.errors.ts';
import { mayReadUnpublished } from './files.policy.ts';
import { insertFile, readServedFile, type ServedFileRow } from './files.queries.ts';
import { prepareFile } from './prepare-file.ts';

const year = 31_536_000;
const day = 86_400;

/** Keeps uploads and serves them; what is not public goes only to those whom `mayReadUnpublished` names. */
@Injectable()
export class FilesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** Keeps an upload for its uploader. The bytes are written before the row: a row never names what is not there. */
  async upload(call: ActorCall<typeof uploadFile>): Promise<FileView> {
    const { purpose } = call.query;
    const sent = await call.upload!.read(fileRules[purpose].maxBytes);
    const { narrower, bytes, ...made } = await prepareFile(purpose, sent);
    const id = newId();
    await this.store.put(fileKey(call.town.id, id), bytes);
    for (const copy of narrower) await this.store.put(fileKey(call.town.id, id, copy.width), copy.bytes);
    const fileName = shownFileName(call.upload!.fileName, made.extension);
    await insertFile(this.db, {
      ...made,
      municipalityId: call.town.id,
      id,
      purpose,
      fileName,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      uploadedBy: call.actor.participantId,
    });
    return fileView(call.town, { ...made, id, bytes: bytes.length, media_type: made.mediaType, file_name: fileName });
  }

  /** Serves a file to those who may read it; to others it does not exist. */
  async read(call: Call<typeof readFile>): Promise<StreamableFile> {
    const { params, query, reply, town, actor } = call;
    const file = await readServedFile(this.db, town.id, params.fileId);
    if (!file || !(file.is_public || mayReadUnpublished(actor, file))) throw new FileNotFound();
    const width = pictureWidths.find((one) => String(one) === query.w && file.width !== null && one < file.width);
    if (file.is_public) publicHeaders(reply.headers, file);
    reply.version(width === undefined ? file.id : `${file.id}-${width}`);
    const key = fileKey(town.id, file.id, width);
    if (!(await this.store.exists(key))) throw new FileNotFound();
    reply.headers.set('content-type', file.media_type);
    reply.headers.set('x-content-type-options', 'nosniff');
    reply.headers.set('content-security-policy', "sandbox; default-src 'none'");
    if (file.media_type.startsWith('image/')) reply.headers.set('content-disposition', 'inline');
    else reply.download(file.file_name);
    return new StreamableFile(this.store.stream(key), width === undefined ? { length: file.bytes } : {});
  }
}

/** Citizens' pictures can be hidden by moderation: caches ask again each day. What the town publishes stays. */
function publicHeaders(headers: Map<string, string>, file: ServedFileRow): void {
  headers.set('cache-control', file.purpose === 'picture' ? `public, max-age=${day}` : `public, max-age=${year}, immutable`);
  headers.set('vary', 'Accept-Encoding');
}
