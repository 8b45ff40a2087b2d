import type { FilePurpose } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor } from '../../platform/http/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { handlesFile } from './files.policy.ts';
import { deleteFiles, deleteFilesOf, deleteUnusedFiles, lockFiles, type OwnedFileRow, type RemovedFileRow } from './files.queries.ts';

/**
 * The files that an act wants to use, in the order of `ids`, kept from removal until the transaction ends.
 * @param pointer the field that named them, for the refusal
 * @throws InvalidInput `not-found` when one is missing, is of another purpose, or is not the actor's (the staff share what is not a picture)
 */
export async function assertOwnFiles(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  purpose: FilePurpose,
  pointer = '#/fileIds',
): Promise<OwnedFileRow[]> {
  if (ids.length === 0) return [];
  const found = new Map((await lockFiles(tx, actor.municipalityId, ids)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    if (!row || row.purpose !== purpose || !handlesFile(actor, row)) throw new InvalidInput([{ pointer, code: 'not-found' }]);
    return row;
  });
}

/** Removes files for good: rows now, bytes after the commit. For erasure, and for what an act replaces. */
export async function removeFiles(tx: Tx, municipalityId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await removeBytes(tx, await deleteFiles(tx, municipalityId, ids));
}

/** Removes a person's unused uploads and forgets who uploaded the rest; for the erasure of an account. */
export async function eraseFilesOfParticipant(tx: Tx, municipalityId: string, participantId: string): Promise<void> {
  await removeBytes(tx, await deleteFilesOf(tx, municipalityId, participantId));
}

/** Removes up to 200 uploads that nothing has used for a day; gives how many. */
export async function removeUnusedFiles(tx: Tx): Promise<number> {
  const removed = await deleteUnusedFiles(tx, 24);
  await removeBytes(tx, removed);
  return removed.length;
}

async function removeBytes(tx: Tx, removed: readonly RemovedFileRow[]): Promise<void> {
  if (removed.length > 0)
    await addJob(tx, 'files.remove-bytes', { files: removed.map((row) => ({ municipalityId: row.municipality_id, id: row.id })) });
}
