import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SignedIn, passSecondFactor, signIn, signOut } from '@parvis/shared/contracts/accounts.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { InvalidInput, SignInRequired, TooManyRequests, type Call, type Town } from '../../platform/http/index.ts';
import { Limits } from '../../platform/limits/index.ts';
import { WrongCredentials } from './accounts.errors.ts';
import { readCredentialsByEmail, type CredentialsRow } from './accounts.queries.ts';
import { localVerifier, type VerifyLocal } from './local-verifier.ts';
import { isPassword } from './passwords.ts';
import { hashToken, newToken } from './secrets.ts';
import { SecondFactor } from './second-factor.ts';
import { giveCookie, nextStep, openSession, takeCookieAway } from './sessions.ts';
import { deleteSessionByToken, passSession, readWaitingSession } from './sessions.queries.ts';
import { deleteFailures, takeTry } from './sign-in-backoff.queries.ts';

/** Signing in, its second step, and signing out. Passport verifies; the session is our own row. */
@Injectable()
export class SignInService {
  private readonly verify: VerifyLocal<CredentialsRow>;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
  ) {
    this.verify = localVerifier((town, email, password) => this.accountOf(town, email, password));
  }

  /** @throws WrongCredentials for whatever does not fit; TooManyRequests while the address waits after wrong passwords */
  async signIn({ town, body, headers, reply }: Call<typeof signIn>): Promise<SignedIn> {
    const account = await this.verify(town, body.email.trim(), body.password);
    if (!account) throw new WrongCredentials();
    const signingIn = { accountId: account.account_id, roles: account.roles, hasSecondFactor: account.has_second_factor };
    giveCookie(reply, town, await this.db.transaction((tx) => openSession(tx, town, signingIn, headers['user-agent'])));
    return nextStep(signingIn, this.config.mode === 'production');
  }

  /** @throws SignInRequired when no session waits; InvalidInput when the code is wrong or was used before */
  async passSecondFactor({ town, body, context, reply }: Call<typeof passSecondFactor>): Promise<SignedIn> {
    const waiting = context.sessionToken ? await readWaitingSession(this.db, town.id, hashToken(context.sessionToken)) : null;
    if (!waiting) throw new SignInRequired();
    await this.limits.spend('second-factor', waiting.account_id, 8, 600);
    const { token, hash } = newToken();
    const passed = await this.db.transaction(async (tx) => {
      const right = await this.secondFactor.spend(tx, town.id, waiting.account_id, waiting.totp_secret, body.code);
      if (right) await passSession(tx, town.id, waiting.session_id, hash);
      return right;
    });
    if (!passed) throw new InvalidInput([{ pointer: '#/code', code: 'does-not-match' }]);
    giveCookie(reply, town, { token, days: waiting.days });
    return { next: 'done' };
  }

  async signOut({ town, context, reply }: Call<typeof signOut>): Promise<void> {
    if (context.sessionToken) await deleteSessionByToken(this.db, town.id, hashToken(context.sessionToken));
    takeCookieAway(reply, town);
  }

  /** Forgets wrong passwords of an address; its owner has just proved to be one. */
  async forgive(town: Town, email: string): Promise<void> {
    await deleteFailures(this.db, town.id, this.addressKey(email));
  }

  private async accountOf(town: Town, email: string, password: string): Promise<CredentialsRow | null> {
    const key = this.addressKey(email);
    const wait = await takeTry(this.db, town.id, key); // for unknown addresses too: the wait tells nothing
    if (wait > 0) throw new TooManyRequests(wait);
    const account = await readCredentialsByEmail(this.db, town.id, email);
    if (await isPassword(account?.password_hash ?? null, password)) {
      await deleteFailures(this.db, town.id, key);
      return account;
    }
    return null;
  }

  private addressKey(email: string): Buffer {
    return createHmac('sha256', this.config.secret).update(email.toLowerCase()).digest();
  }
}
