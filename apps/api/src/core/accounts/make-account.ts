import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import { makeAccountParticipant, tellAddressProved } from '../participants/index.ts';
import { insertAccount } from './accounts.queries.ts';
import { AdministratorExists, LinkNotValid } from './accounts.errors.ts';
import { deleteRegistrations } from './registrations.queries.ts';
import { hasAdministrator, insertRole, lockAdministrators } from './roles.queries.ts';

/** Somebody whose address is proved. `passwordHash` comes from `hashPassword`, made before the transaction. */
export interface ProvedPerson {
  readonly email: string;
  readonly displayName: string;
  readonly language: Language;
  readonly passwordHash: string;
}

/** Makes the account and its participant; null when the address has one already. */
export async function makeAccount(tx: Tx, town: { readonly id: string }, person: ProvedPerson): Promise<string | null> {
  const id = newId();
  const { email, displayName, language, passwordHash } = person;
  if (!(await insertAccount(tx, { municipalityId: town.id, id, email, displayName, language, passwordHash }))) return null;
  await makeAccountParticipant(tx, town, { accountId: id, displayName });
  await deleteRegistrations(tx, town.id, email);
  await tellAddressProved(tx, { municipalityId: town.id, accountId: id, email });
  return id;
}

/**
 * Makes the administrator of a town that has none; the next ones are invited. Gives the account's id. The caller has checked the
 * right to do so: the link that a production start prints once, or the command line.
 * @throws AdministratorExists, also when two do it at once; LinkNotValid when the address has an account in the town
 */
export async function makeFirstAdministrator(
  tx: Tx,
  town: { readonly id: string },
  person: ProvedPerson & { readonly title?: string },
): Promise<string> {
  await lockAdministrators(tx, town.id);
  if (await hasAdministrator(tx, town.id)) throw new AdministratorExists();
  const accountId = await makeAccount(tx, town, person);
  if (!accountId) throw new LinkNotValid();
  await insertRole(tx, town.id, accountId, 'administrator', person.title ?? '');
  return accountId;
}
