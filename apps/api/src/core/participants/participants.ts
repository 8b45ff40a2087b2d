import type { Level } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import {
  deleteParticipant,
  insertContactPoint,
  insertParticipant,
  insertParticipants,
  readMailParticipant,
} from './participants.queries.ts';

/** A municipality by its id; a `Town` of the pipeline fits. */
interface InTown {
  readonly id: string;
}

/** The participant of a confirmed account; once per account. Gives its id. */
export async function makeAccountParticipant(
  tx: Tx,
  town: InTown,
  { accountId, displayName, level = 1 }: { accountId: string; displayName: string; level?: Level },
): Promise<string> {
  const id = newId();
  await insertParticipant(tx, { municipalityId: town.id, id, source: 'account', level, displayName, accountId });
  return id;
}

/**
 * The participant of somebody who writes with a name and an address but without an account: one per address and town. An account of
 * the same address stays another participant, for nobody has proved that the address is theirs; hence level 0, which meets no demand.
 */
export async function findOrMakeMailParticipant(tx: Tx, town: InTown, { name, email }: { name: string; email: string }): Promise<string> {
  const known = await readMailParticipant(tx, town.id, email);
  if (known) return known;
  const id = newId();
  await insertParticipant(tx, { municipalityId: town.id, id, source: 'mail', level: 0, displayName: name });
  if (await insertContactPoint(tx, { municipalityId: town.id, id: newId(), participantId: id, name, email })) return id;
  await deleteParticipant(tx, town.id, id); // two first letters of one address at once: the other one came first
  return (await readMailParticipant(tx, town.id, email))!;
}

/** Somebody whose sheet of paper an agent has in hand: seen, so it meets every level; counted apart as paper. */
export async function makePaperParticipant(tx: Tx, town: InTown, { displayName }: { displayName: string }): Promise<string> {
  const id = newId();
  await insertParticipant(tx, { municipalityId: town.id, id, source: 'paper', level: 4, displayName });
  return id;
}

/** People of an imported source, under pseudonyms; level 0. One statement for some thousands; ids in the order of the names. */
export async function makeImportParticipants(tx: Tx, town: InTown, displayNames: readonly string[]): Promise<string[]> {
  const people = displayNames.map((displayName) => ({ id: newId(), displayName }));
  await insertParticipants(tx, town.id, 'import', 0, people);
  return people.map((one) => one.id);
}

/** An association or another body that takes part in its own name. `level` is what the town has checked of it. */
export async function makeGroupParticipant(
  tx: Tx,
  town: InTown,
  { displayName, level = 0 }: { displayName: string; level?: Level },
): Promise<string> {
  const id = newId();
  await insertParticipant(tx, { municipalityId: town.id, id, source: 'group', level, displayName });
  return id;
}

/** The town itself, author of what the town adds; made once, with the municipality (participants_one_town). */
export async function makeTownParticipant(tx: Tx, { id, name }: InTown & { readonly name: string }): Promise<void> {
  await insertParticipant(tx, { municipalityId: id, id: newId(), source: 'town', level: 4, displayName: name });
}
