import { Inject, Injectable } from '@nestjs/common';
import type { MailDesk, MailStop, listMailStops, readMailDesk, releaseMailStop, sendTestMail } from '@parvis/shared/contracts/mail-desk.ts';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { InvalidInput, type ActorCall } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { bounceToken } from './bounce-token.ts';
import { readMailDays, readStops, readTestMail, releaseAddress } from './mail-stops.queries.ts';
import { Mailer } from './mailer.ts';
import { MailStopNotFound } from './mails.errors.ts';
import { queueMail } from './queue-mail.ts';

const [pageSize, shownDays] = [20, 7];

/** What administrators see and do about the town's mail. */
@Injectable()
export class MailDeskService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  async read({ town, actor }: ActorCall<typeof readMailDesk>): Promise<MailDesk> {
    const [days, test] = await Promise.all([
      readMailDays(this.db, town.id, town.timeZone, shownDays),
      readTestMail(this.db, town.id, actor.participantId),
    ]);
    return {
      days,
      test,
      canSend: this.mailer.canSend,
      ownAddress: actor.email,
      bounceUrl: `${town.origin}${town.base}/api/mails/bounces/${bounceToken(this.config.secret, town.id)}`,
    };
  }

  async stops({ town, query }: ActorCall<typeof listMailStops>): Promise<{ items: MailStop[]; nextCursor: string | null }> {
    const after = readKeyset(query.cursor, ['instant', 'string']);
    if (query.cursor !== undefined && !after) throw new InvalidInput([{ pointer: '#/query/cursor', code: 'not-a-cursor' }]);
    const rows = await readStops(this.db, town.id, after, pageSize + 1);
    const items = rows.slice(0, pageSize);
    return { items, nextCursor: rows.length > pageSize ? writeKeyset([items.at(-1)!.at, items.at(-1)!.address]) : null };
  }

  /** Mails that were held back stay so: the next ones leave. @throws MailStopNotFound */
  async release({ town, body }: ActorCall<typeof releaseMailStop>): Promise<{ address: string }> {
    if (!(await releaseAddress(this.db, town.id, body.address))) throw new MailStopNotFound();
    return { address: body.address };
  }

  /** Sends a mail to the administrator who asks; the answer of the mail server comes with `read`. */
  async test(call: ActorCall<typeof sendTestMail>): Promise<MailDesk> {
    const {
      town,
      actor,
      context: { language },
    } = call;
    await this.db.transaction((tx) =>
      queueMail(tx, {
        town,
        to: { address: actor.email, language, participantId: actor.participantId },
        kind: 'test',
        subject: say(language, 'mails.test.subject'),
        paragraphs: [say(language, 'mails.test.text', { town: town.name })],
        reason: say(language, 'mails.test.reason'),
      }),
    );
    return this.read(call as never);
  }
}
