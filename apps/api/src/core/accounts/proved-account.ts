import type { Sql } from '../../platform/database/index.ts';
import { InvalidInput, SignInRequired, type Actor } from '../../platform/http/index.ts';
import { readCredentials, type CredentialsRow } from './accounts.queries.ts';
import { isPassword } from './passwords.ts';

/** The actor's account, after the password was asked again. @throws InvalidInput that names `currentPassword` */
export async function provedAccount(
  db: Sql,
  actor: Pick<Actor, 'municipalityId' | 'accountId'>,
  currentPassword: string,
): Promise<CredentialsRow> {
  const account = await readCredentials(db, actor.municipalityId, actor.accountId);
  if (!account) throw new SignInRequired();
  if (!(await isPassword(account.password_hash, currentPassword)))
    throw new InvalidInput([{ pointer: '#/currentPassword', code: 'does-not-match' }]);
  return account;
}
