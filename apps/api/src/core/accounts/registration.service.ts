import { Inject, Injectable } from '@nestjs/common';
import type { SignedIn, confirmByCode, confirmByLink, register } from '@parvis/shared/contracts/accounts.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Call, type Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { LinkNotValid } from './accounts.errors.ts';
import { mailAccountExists, mailConfirmation } from './accounts.mails.ts';
import { readCredentialsByEmail } from './accounts.queries.ts';
import { makeAccount } from './make-account.ts';
import { hashPassword } from './passwords.ts';
import {
  countWrongCode,
  insertRegistration,
  lockRegistration,
  useRegistrationByToken,
  type RegistrationRow,
} from './registrations.queries.ts';
import { hashCode, hashToken, newCode, newToken, sameDigest } from './secrets.ts';
import { giveCookie, openSession, type OpenedSession } from './sessions.ts';

/** Wrong codes after which only the link is left: one guess in 200,000. */
const maxWrongCodes = 5;

/**
 * Asking for an account and confirming it. Name and password stay with the request until its own link or code confirms them, so that
 * who asks with another's address never leaves a password in the account that its owner makes.
 */
@Injectable()
export class RegistrationService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers and works alike for known and unknown addresses; the mail tells the owner. */
  async register({ town, body, context }: Call<typeof register>): Promise<{ registrationId: string }> {
    const { email, displayName } = body;
    const passwordHash = await hashPassword(body.password);
    const id = newId();
    const { token, hash } = newToken();
    const code = newCode();
    await this.db.transaction(async (tx) => {
      const known = await readCredentialsByEmail(tx, town.id, email);
      if (known)
        return mailAccountExists(tx, town, { address: known.email, language: known.language, participantId: known.participant_id });
      await insertRegistration(tx, {
        municipalityId: town.id,
        id,
        email,
        displayName,
        language: context.language,
        passwordHash,
        tokenHash: hash,
        codeHash: hashCode(this.config.secret, id, code),
      });
      return mailConfirmation(
        tx,
        town,
        { address: email, language: context.language },
        { name: displayName, token, code, back: body.back },
      );
    });
    return { registrationId: id };
  }

  /** @throws LinkNotValid when the link is unknown, used or too old */
  async confirmByLink({ town, body, headers, reply }: Call<typeof confirmByLink>): Promise<SignedIn> {
    const opened = await this.db.transaction(async (tx) => {
      const found = await useRegistrationByToken(tx, town.id, hashToken(body.token));
      return found && this.open(tx, town, found, headers['user-agent']);
    });
    if (!opened) throw new LinkNotValid();
    giveCookie(reply, town, opened);
    return { next: 'done' };
  }

  /** @throws InvalidInput when the code is wrong; LinkNotValid after five wrong ones */
  async confirmByCode({ town, params, body, headers, reply }: Call<typeof confirmByCode>): Promise<SignedIn> {
    const outcome = await this.db.transaction(async (tx): Promise<OpenedSession | 'gone' | 'wrong'> => {
      const found = await lockRegistration(tx, town.id, params.registrationId, maxWrongCodes);
      if (!found) return 'gone';
      if (!sameDigest(found.code_hash, hashCode(this.config.secret, found.id, body.code))) {
        await countWrongCode(tx, town.id, found.id);
        return 'wrong';
      }
      return (await this.open(tx, town, found, headers['user-agent'])) ?? 'gone';
    });
    if (outcome === 'gone') throw new LinkNotValid();
    if (outcome === 'wrong') throw new InvalidInput([{ pointer: '#/code', code: 'does-not-match' }]);
    giveCookie(reply, town, outcome);
    return { next: 'done' };
  }

  private async open(tx: Tx, town: Town, found: RegistrationRow, userAgent: string | undefined): Promise<OpenedSession | null> {
    const accountId = await makeAccount(tx, town, {
      email: found.email,
      displayName: found.display_name,
      language: found.language,
      passwordHash: found.password_hash,
    });
    return accountId === null ? null : openSession(tx, town, { accountId, roles: [], hasSecondFactor: false }, userAgent);
  }
}
