import { Inject, Injectable } from '@nestjs/common';
import type {
  RecoveryCodes,
  SecondFactorSetup,
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@parvis/shared/contracts/my-account.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { InvalidInput, type ActorCall } from '../../platform/http/index.ts';
import { SecondFactorKept, SecondFactorNotBegun } from './accounts.errors.ts';
import { mailSecondFactor } from './accounts.mails.ts';
import { readCredentials } from './accounts.queries.ts';
import { provedAccount } from './proved-account.ts';
import { SecondFactor } from './second-factor.ts';
import {
  keepPendingSecret,
  markSessionPassed,
  readPendingSecret,
  replaceRecoveryCodes,
  switchSecondFactorOff,
  switchSecondFactorOn,
} from './second-factor.queries.ts';
import { deleteSessionsBut } from './sessions.queries.ts';

/** A person's own authenticator: set up, replaced, switched off; recovery codes. */
@Injectable()
export class MySecondFactorService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SecondFactor) private readonly factor: SecondFactor,
  ) {}

  async begin({ actor, town, body }: ActorCall<typeof beginSecondFactor>): Promise<SecondFactorSetup> {
    const account = await provedAccount(this.db, actor, body.currentPassword);
    const { setup, sealed } = this.factor.begin(actor.accountId, town.name, account.email);
    await keepPendingSecret(this.db, town.id, actor.accountId, sealed);
    return setup;
  }

  /** Every other session ends: it has not passed the new authenticator. @throws InvalidInput when the code is wrong */
  async confirm({ actor, town, body }: ActorCall<typeof confirmSecondFactor>): Promise<RecoveryCodes> {
    const { codes, digests } = this.factor.newRecoveryCodes(actor.accountId);
    await this.db.transaction(async (tx) => {
      const pending = await readPendingSecret(tx, town.id, actor.accountId);
      if (!pending) throw new SecondFactorNotBegun();
      const step = this.factor.stepOf(actor.accountId, pending, body.code);
      if (step === null) throw new InvalidInput([{ pointer: '#/code', code: 'does-not-match' }]);
      await switchSecondFactorOn(tx, town.id, actor.accountId, step);
      await replaceRecoveryCodes(tx, town.id, actor.accountId, digests);
      await markSessionPassed(tx, town.id, actor.sessionId);
      await deleteSessionsBut(tx, town.id, actor.accountId, actor.sessionId);
      const account = await readCredentials(tx, town.id, actor.accountId);
      await mailSecondFactor(tx, town, { address: actor.email, language: account!.language, participantId: actor.participantId }, 'on');
    });
    return { recoveryCodes: codes };
  }

  /** @throws SecondFactorKept when a role of the account asks for one */
  async remove({ actor, town, body }: ActorCall<typeof removeSecondFactor>): Promise<void> {
    if (this.config.mode === 'production' && actor.roles.length > 0) throw new SecondFactorKept();
    const account = await provedAccount(this.db, actor, body.currentPassword);
    await this.db.transaction(async (tx) => {
      if (!(await switchSecondFactorOff(tx, town.id, actor.accountId))) return;
      await mailSecondFactor(tx, town, { address: account.email, language: account.language, participantId: actor.participantId }, 'off');
    });
  }

  async renewCodes({ actor, town, body }: ActorCall<typeof renewRecoveryCodes>): Promise<RecoveryCodes> {
    const account = await provedAccount(this.db, actor, body.currentPassword);
    if (!account.has_second_factor) throw new SecondFactorNotBegun();
    const { codes, digests } = this.factor.newRecoveryCodes(actor.accountId);
    await this.db.transaction((tx) => replaceRecoveryCodes(tx, town.id, actor.accountId, digests));
    return { recoveryCodes: codes };
  }
}
