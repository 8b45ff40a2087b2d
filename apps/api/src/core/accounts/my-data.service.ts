import { Inject, Injectable } from '@nestjs/common';
import type { eraseMyAccount, exportMyData } from '@parvis/shared/contracts/my-account.ts';
import { Database } from '../../platform/database/index.ts';
import type { ActorCall } from '../../platform/http/index.ts';
import { personalDataSources, pseudonymise, type PersonKeys } from '../participants/index.ts';
import { mailErased } from './accounts.mails.ts';
import { forgetAccount } from './forget-account.ts';
import { readOwnRows } from './my-data.queries.ts';
import { provedAccount } from './proved-account.ts';
import { takeCookieAway } from './sessions.ts';

/** The rights of a person over what the town keeps: to have it all, and to leave. */
@Injectable()
export class MyDataService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** One JSON document; each room adds its part by `personalData`. */
  async export({ actor, town, reply }: ActorCall<typeof exportMyData>): Promise<string> {
    const person: PersonKeys = {
      municipalityId: town.id,
      participantId: actor.participantId,
      accountId: actor.accountId,
      email: actor.email,
    };
    const parts: Record<string, unknown> = { ...(await readOwnRows(this.db, person)) };
    for (const source of personalDataSources()) parts[source.name] = await source.read(this.db, person);
    reply.download(`mes-donnees-${town.slug}.json`);
    return `${JSON.stringify({ town: town.name, site: `${town.origin}${town.base}/`, exportedAt: new Date().toISOString(), ...parts }, null, 2)}\n`;
  }

  /** All or nothing, in one transaction. @throws LastAdministrator by the database */
  async erase({ actor, town, body, reply }: ActorCall<typeof eraseMyAccount>): Promise<void> {
    const account = await provedAccount(this.db, actor, body.currentPassword);
    const person: PersonKeys = {
      municipalityId: town.id,
      participantId: actor.participantId,
      accountId: actor.accountId,
      email: account.email,
    };
    await this.db.transaction(async (tx) => {
      for (const source of personalDataSources()) await source.erase?.(tx, person, { texts: body.eraseTexts });
      await forgetAccount(tx, town.id, actor.accountId, account.email);
      await pseudonymise(tx, town.id, actor.participantId);
      await mailErased(tx, town, { address: account.email, language: account.language });
    });
    takeCookieAway(reply, town);
  }
}
