import { Inject, Injectable } from '@nestjs/common';
import type { askReset, confirmNewEmail, resetPassword } from '@parvis/shared/contracts/accounts.ts';
import { Database } from '../../platform/database/index.ts';
import type { Call, Town } from '../../platform/http/index.ts';
import { Task, addJob } from '../../platform/jobs/index.ts';
import { tellAddressProved } from '../participants/index.ts';
import { LinkNotValid } from './accounts.errors.ts';
import { mailPasswordChanged, mailReset } from './accounts.mails.ts';
import { readCredentials, readCredentialsByEmail, updateEmail, updatePassword } from './accounts.queries.ts';
import { hashPassword } from './passwords.ts';
import { hashToken, newToken } from './secrets.ts';
import { deleteSessionsBut } from './sessions.queries.ts';
import { SignInService } from './sign-in.service.ts';
import { deleteAccountTokens, insertAccountToken, useAccountToken } from './tokens.queries.ts';

/** Hours for which a link to choose a password is good. */
const resetHours = 1;

/** What mailed links change in an account: its password, its address. */
@Injectable()
export class MailedLinksService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(SignInService) private readonly signIns: SignInService,
  ) {}

  /** One statement whatever the address: who has an account is found out by the job, behind the answer. */
  async ask({ town, body }: Call<typeof askReset>): Promise<void> {
    await this.db.transaction((tx) => addJob(tx, 'send-password-reset', { town, email: body.email } satisfies ResetAsked));
  }

  @Task('send-password-reset')
  async send({ town, email }: ResetAsked): Promise<void> {
    const { token, hash } = newToken();
    await this.db.transaction(async (tx) => {
      const account = await readCredentialsByEmail(tx, town.id, email);
      if (!account) return;
      await insertAccountToken(tx, {
        municipalityId: town.id,
        accountId: account.account_id,
        purpose: 'reset',
        tokenHash: hash,
        hours: resetHours,
      });
      await mailReset(tx, town, { address: account.email, language: account.language, participantId: account.participant_id }, token);
    });
  }

  /** Ends every session and the wait after wrong passwords. @throws LinkNotValid */
  async complete({ town, body }: Call<typeof resetPassword>): Promise<void> {
    const passwordHash = await hashPassword(body.password);
    const account = await this.db.transaction(async (tx) => {
      const used = await useAccountToken(tx, town.id, 'reset', hashToken(body.token));
      const found = used && (await readCredentials(tx, town.id, used.account_id));
      if (!found) throw new LinkNotValid();
      await updatePassword(tx, town.id, found.account_id, passwordHash);
      await deleteSessionsBut(tx, town.id, found.account_id, null);
      await deleteAccountTokens(tx, town.id, found.account_id);
      await mailPasswordChanged(tx, town, { address: found.email, language: found.language, participantId: found.participant_id });
      return found;
    });
    await this.signIns.forgive(town, account.email);
  }

  /** @throws LinkNotValid, also when the address got another account meanwhile */
  async confirmNewEmail({ town, body }: Call<typeof confirmNewEmail>): Promise<{ email: string }> {
    return this.db.transaction(async (tx) => {
      const used = await useAccountToken(tx, town.id, 'change-email', hashToken(body.token));
      if (!used?.new_email) throw new LinkNotValid();
      await updateEmail(tx, town.id, used.account_id, used.new_email);
      await deleteAccountTokens(tx, town.id, used.account_id, 'reset'); // a link that went to the former mailbox
      await tellAddressProved(tx, { municipalityId: town.id, accountId: used.account_id, email: used.new_email });
      return { email: used.new_email };
    });
  }
}

interface ResetAsked {
  readonly town: Town;
  readonly email: string;
}
