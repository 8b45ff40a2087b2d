import type { Database } from '../../platform/database/index.ts';
import { forgetAccount } from '../accounts/index.ts';
import { personalDataSources, pseudonymise } from '../participants/index.ts';
import { eraseContribution, readPersonToErase, wroteAnyOf } from './erasures.queries.ts';
import type { Erasure } from './erasure.ts';

/**
 * Erases again whoever and whatever was erased after the backup was made, by the same rooms' hooks as the erasure itself; what is
 * erased already is left alone. Needs every room loaded, for each has told its part by `personalData`.
 * @returns how many people and texts the backup still knew
 */
export async function replayErasures(db: Database, erasures: readonly Erasure[]): Promise<number> {
  let erased = 0;
  for (const one of erasures.filter(({ subject }) => subject === 'participant')) {
    const person = await readPersonToErase(db, one.municipality_id, one.id);
    if (!person) continue;
    const theirs = erasures
      .filter((other) => other.subject === 'contribution' && other.municipality_id === one.municipality_id)
      .map((other) => other.id);
    await db.transaction(async (tx) => {
      const texts = await wroteAnyOf(tx, person, theirs);
      for (const source of personalDataSources()) await source.erase?.(tx, person, { texts });
      if (person.accountId && person.email) await forgetAccount(tx, person.municipalityId, person.accountId, person.email);
      await pseudonymise(tx, person.municipalityId, person.participantId);
    });
    erased += 1;
  }
  for (const one of erasures.filter(({ subject }) => subject === 'contribution')) {
    if (await db.transaction((tx) => eraseContribution(tx, one.municipality_id, one.id))) erased += 1;
  }
  return erased;
}
