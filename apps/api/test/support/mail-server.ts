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

/** How a mail server answers; each is asked anew for every delivery, so that a test can change its mind. */
export interface MailAnswers {
  /** What it says to an address before the mail: a refusal with its code, or null. */
  recipient?(address: string): Refusal | null | Promise<Refusal | null>;
  /** Called once a mail is in `taken`; it is acknowledged when this ends, which may be never. */
  acknowledge?(address: string): void | Promise<void>;
}

export interface Refusal {
  readonly code: number;
  readonly words: string;
}

const refusesSome = (address: string): Refusal | null =>
  address.startsWith('refus') ? { code: 550, words: `<${address}>: no such user here` } : null;

/** Unless told otherwise it refuses addresses that begin with « refus » for good, quoting them as servers do, and takes everything else. */
export async function startMailServer({ recipient = refusesSome, acknowledge }: MailAnswers = {}): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      Promise.resolve(recipient(address)).then(
        (refusal) => done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code })),
        done,
      );
    },
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then(async (mail) => {
          taken.push(mail);
          await acknowledge?.(session.envelope.rcptTo[0]!.address);
          done();
        })
        .catch(done);
    },
  });
  smtp.on('error', () => undefined); // a client that breaks off is the client's matter
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
