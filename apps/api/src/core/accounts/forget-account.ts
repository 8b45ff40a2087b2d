import type { Tx } from '../../platform/database/index.ts';
import { deleteAccount } from './accounts.queries.ts';
import { deleteRegistrations } from './registrations.queries.ts';

/** Removes an account and what was begun with its address, in the erasing transaction. @throws LastAdministrator by the database */
export async function forgetAccount(tx: Tx, municipalityId: string, accountId: string, email: string): Promise<void> {
  await deleteRegistrations(tx, municipalityId, email);
  await deleteAccount(tx, municipalityId, accountId);
}
