import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { until } from './until.ts';

/** A real SMTP server that keeps what it takes. */
export interface MailServer {
  readonly url: string;
  /** Mails in the order in which they came. */
  readonly taken: readonly ParsedMail[];
  /** The secret of the newest mail to an address with a link to `path`, once it came; 20 seconds at most. */
  secretFor(address: string, path: string): Promise<string>;
  stop(): Promise<void>;
}

/** Refuses addresses that begin with « refus » for good, quoting them as servers do; takes everything else. */
export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      done(address.startsWith('refus') ? Object.assign(new Error(`<${address}>: no such user here`), { responseCode: 550 }) : null);
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((done) => {
    smtp.listen(0, '127.0.0.1', done);
  });
  return {
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    taken,
    secretFor: (address, path) =>
      until(
        () =>
          Promise.resolve(
            taken
              .filter((mail) => [mail.to].flat().some((to) => to?.text.includes(address)))
              .map((mail) => new RegExp(`${path}([\\w-]{40,})`).exec(mail.text ?? '')?.[1])
              .findLast((token) => token !== undefined),
          ),
        20,
      ),
    stop: () =>
      new Promise<void>((done) => {
        smtp.close(done);
      }),
  };
}
