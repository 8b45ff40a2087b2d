import { Inject, Injectable } from '@nestjs/common';
import type { SessionView } from '@parvis/shared/contracts/accounts.ts';
import type {
  MyAccount,
  askNewEmail,
  changeMyAccount,
  changePassword,
  endOtherSessions,
  endSession,
} from '@parvis/shared/contracts/my-account.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { SignInRequired, type Actor, type ActorCall } from '../../platform/http/index.ts';
import { updateParticipantName } from '../participants/index.ts';
import { SessionNotFound } from './accounts.errors.ts';
import { mailAccountExists, mailConfirmNewEmail, mailEmailChanging, mailPasswordChanged } from './accounts.mails.ts';
import { readCredentialsByEmail, readMyAccountRow, updatePassword, updateProfile } from './accounts.queries.ts';
import { hashPassword } from './passwords.ts';
import { provedAccount } from './proved-account.ts';
import { newToken } from './secrets.ts';
import { deleteSession, deleteSessionsBut, readSessions } from './sessions.queries.ts';
import { deleteAccountTokens, insertAccountToken } from './tokens.queries.ts';

/** Hours for which a new address may be confirmed. */
const newEmailHours = 24;

/** What a person sees and changes of his or her own account. */
@Injectable()
export class MyAccountService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(actor: Actor): Promise<MyAccount> {
    const row = await readMyAccountRow(this.db, actor.municipalityId, actor.accountId);
    if (!row) throw new SignInRequired();
    return {
      email: row.email,
      displayName: row.display_name,
      language: row.language,
      level: actor.level,
      roles: [...row.roles],
      pendingEmail: row.pending_email,
      createdAt: row.created_at,
      secondFactor: {
        isOn: row.has_second_factor,
        isAsked: this.config.mode === 'production' && row.roles.length > 0,
        hasPassed: actor.secondFactorPassed,
        recoveryCodesLeft: row.recovery_codes_left,
      },
    };
  }

  async change({ actor, body }: ActorCall<typeof changeMyAccount>): Promise<MyAccount> {
    await this.db.transaction(async (tx) => {
      await updateProfile(tx, actor.municipalityId, actor.accountId, body);
      if (body.displayName) await updateParticipantName(tx, actor.municipalityId, actor.participantId, body.displayName);
    });
    return this.read(actor);
  }

  /** Ends every other session. */
  async changePassword({ actor, town, body }: ActorCall<typeof changePassword>): Promise<void> {
    const account = await provedAccount(this.db, actor, body.currentPassword);
    const passwordHash = await hashPassword(body.password);
    await this.db.transaction(async (tx) => {
      await updatePassword(tx, town.id, actor.accountId, passwordHash);
      await deleteSessionsBut(tx, town.id, actor.accountId, actor.sessionId);
      await deleteAccountTokens(tx, town.id, actor.accountId);
      await mailPasswordChanged(tx, town, { address: account.email, language: account.language, participantId: actor.participantId });
    });
  }

  /** The new address confirms, the old one is told. An address that has an account gets a mail that says so, and nobody else learns it. */
  async askNewEmail({ actor, town, body }: ActorCall<typeof askNewEmail>): Promise<void> {
    const account = await provedAccount(this.db, actor, body.currentPassword);
    const { token, hash } = newToken();
    await this.db.transaction(async (tx) => {
      const other = await readCredentialsByEmail(tx, town.id, body.email);
      const isOthers = other !== null && other.account_id !== actor.accountId;
      await insertAccountToken(tx, {
        municipalityId: town.id,
        accountId: actor.accountId,
        purpose: 'change-email',
        tokenHash: hash,
        newEmail: body.email,
        hours: newEmailHours,
      });
      if (isOthers)
        await mailAccountExists(tx, town, { address: other.email, language: other.language, participantId: other.participant_id });
      else await mailConfirmNewEmail(tx, town, { address: body.email, language: account.language }, token);
      await mailEmailChanging(
        tx,
        town,
        { address: account.email, language: account.language, participantId: actor.participantId },
        body.email,
      );
    });
  }

  async sessions(actor: Actor): Promise<{ items: SessionView[] }> {
    const rows = await readSessions(this.db, actor.municipalityId, actor.accountId);
    return {
      items: rows.map((row) => ({
        id: row.id,
        device: row.device,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
        isThisOne: row.id === actor.sessionId,
      })),
    };
  }

  async endSession({ actor, params }: ActorCall<typeof endSession>): Promise<void> {
    if (!(await deleteSession(this.db, actor.municipalityId, actor.accountId, params.sessionId))) throw new SessionNotFound();
  }

  async endOtherSessions({ actor }: ActorCall<typeof endOtherSessions>): Promise<void> {
    await this.db.transaction((tx) => deleteSessionsBut(tx, actor.municipalityId, actor.accountId, actor.sessionId));
  }
}
