import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { forgetOldStops, suppressAddress } from './mail-stops.queries.ts';
import { diagnosticOf } from './bounce-report.ts';
import { Mailer } from './mailer.ts';
import { deleteOldMails, markRefused, markSent, noteFailedTry, readMailToSend } from './mails.queries.ts';
import { signMail } from './unsubscribe-token.ts';

/** The mail server could not take a mail now; the queue tries again, later each time (1 s to 6 h, 25 times, about four days). */
class MailNotTaken extends Error {}

/** Sends the mails that wait, in a lane of its own: a slow mail server delays no other job. */
@Injectable()
export class SendMailJob {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Sends one mail, at most once: what was sent, refused or suppressed is left alone. The one window: a process that dies between the
   * server's "250" and the next statement sends again when the queue hands the job out anew (platform/jobs/life-sign.ts), with the same
   * Message-ID, by which mail programs know a double.
   */
  @Task('send-mail', { lane: 'mail' })
  async send({ municipalityId, mailId }: { municipalityId: string; mailId: string }): Promise<void> {
    if (!this.mailer.canSend) return;
    const mail = await readMailToSend(this.db, municipalityId, mailId);
    if (!mail) return;
    const { outcome, reply } = await this.mailer.send(signMail(this.config.secret, mail));
    if (outcome === 'taken') return markSent(this.db, municipalityId, mailId, reply);
    if (outcome === 'try-again') {
      await noteFailedTry(this.db, municipalityId, mailId, reply);
      throw new MailNotTaken('The mail server did not take the mail.'); // no words of the server here: they may hold the address
    }
    if (outcome === 'address-refused') await suppressAddress(this.db, municipalityId, mail.to_address, 'refused', diagnosticOf(reply));
    await markRefused(this.db, municipalityId, mailId, reply);
  }

  /** Retention: mails 30 days; addresses to which mail stopped, a year. */
  @Task('forget-old-mails')
  @Cron('20 2 * * *')
  async forget(): Promise<void> {
    await deleteOldMails(this.db);
    await forgetOldStops(this.db);
  }
}
