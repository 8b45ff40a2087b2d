import type { Sql } from '../../platform/database/index.ts';
import { newToken } from '../accounts/index.ts';
import { insertSetupLink } from './setup-links.queries.ts';
import type { ListedTown } from './towns.queries.ts';

/** Where people reach a town: its host, or the path below the installation's origin. */
export function addressOfTown(town: Pick<ListedTown, 'host' | 'origin' | 'slug'>): string {
  return town.host === null ? `${town.origin}/t/${town.slug}` : town.origin;
}

/** Makes a one-time link to the wizard and gives its address; the database keeps a hash of its token. `town` null: the installation is empty. */
export async function newSetupLink(
  db: Sql,
  publicUrl: string,
  town: Pick<ListedTown, 'id' | 'host' | 'origin' | 'slug'> | null,
): Promise<string> {
  const { token, hash } = newToken();
  await insertSetupLink(db, town?.id ?? null, hash);
  return `${town ? addressOfTown(town) : publicUrl}/fr/installation?jeton=${token}`;
}
