import { Inject, Injectable } from '@nestjs/common';
import type { Subscription } from '@parvis/shared/contracts/mails.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Town, Upload } from '../../platform/http/index.ts';
import { readBounceReport } from './bounce-report.ts';
import { bounceToken, isBounceToken } from './bounce-token.ts';
import { BounceAddressInvalid, BounceNotReadable, UnsubscribeLinkInvalid } from './mails.errors.ts';
import { suppressAddress } from './mail-stops.queries.ts';
import { insertOptOut, isOptedOut } from './mails.queries.ts';
import { readUnsubscribeToken, type Unsubscription } from './unsubscribe-token.ts';

/** What stops mail: a reader's link, a mail server's report. */
@Injectable()
export class MailsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async readSubscription(town: Town, token: string): Promise<Subscription> {
    const { participantId, kind } = this.subjectOf(town, token);
    return { kind, isOn: !(await isOptedOut(this.db, town.id, participantId, kind)) };
  }

  async unsubscribe(town: Town, token: string): Promise<Subscription> {
    const { participantId, kind } = this.subjectOf(town, token);
    await insertOptOut(this.db, town.id, participantId, kind);
    return { kind, isOn: false };
  }

  /** @returns how many addresses the report stopped */
  async takeBounce(town: Town, token: string, report: Upload): Promise<{ suppressed: number }> {
    if (!isBounceToken(this.config.secret, town.id, token)) throw new BounceAddressInvalid();
    const bounces = readBounceReport(report.contentType, (await report.read()).toString('utf8'));
    if (!bounces) throw new BounceNotReadable();
    const gone = new Map(
      bounces
        .filter((one) => one.isPermanent)
        .slice(0, 100)
        .map((one) => [one.address, one.diagnostic]),
    );
    for (const [address, diagnostic] of gone) await suppressAddress(this.db, town.id, address, 'bounced', diagnostic);
    return { suppressed: gone.size };
  }

  bounceAddress(town: Town): { url: string } {
    return { url: `${town.origin}${town.base}/api/mails/bounces/${bounceToken(this.config.secret, town.id)}` };
  }

  private subjectOf(town: Town, token: string): Unsubscription {
    const subject = readUnsubscribeToken(this.config.secret, town.id, token);
    if (!subject) throw new UnsubscribeLinkInvalid();
    return subject;
  }
}
