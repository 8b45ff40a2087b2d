import type { Tx } from '../../platform/database/index.ts';
import { plainWords } from '../../platform/text/index.ts';
import { makePaperParticipant } from '../participants/index.ts';
import { findPaperPerson, insertPaperPerson, lockPaperPeople } from './paper-people.queries.ts';

/** Whose sheet it is, by name; `isAnother` says that the agent knows him or her to be a namesake of somebody entered before. */
export interface PaperName {
  readonly name: string;
  readonly isAnother: boolean;
}

/**
 * The participant of a name on paper in a consultation, found or made: the same words, whatever their case and accents, are the same
 * person, so that two sheets count once. Per consultation: a name alone ties nobody to another question.
 */
export async function findOrMakePaperPerson(
  tx: Tx,
  municipalityId: string,
  consultationId: string,
  { name, isAnother }: PaperName,
): Promise<string> {
  const plain = plainWords(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  await lockPaperPeople(tx, municipalityId, consultationId);
  const known = isAnother ? null : await findPaperPerson(tx, municipalityId, consultationId, plain);
  if (known) return known;
  const made = await makePaperParticipant(tx, { id: municipalityId }, { displayName: name });
  await insertPaperPerson(tx, municipalityId, consultationId, made, plain);
  return made;
}
