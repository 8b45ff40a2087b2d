import { confirmByLink, register } from '@parvis/shared/contracts/accounts.ts';
import type { TestApp } from './app.ts';
import { as, browserAfter, mailsTo, visitor, type TestMail, type TestTown } from './people.ts';
import { until } from './until.ts';

/** A password that passes the rules. */
export const password = 'quatre chevaux verts au marché';
/** Another one. */
export const another = 'le pont neuf a douze arches';

let count = 0;

/**
 * Headers of a caller from an address on the net of its own, so that limits meet only those who test them; for applications that
 * trust the proxy 127.0.0.1.
 */
export function from(): Record<string, string> {
  count += 1;
  return {
    'x-forwarded-for': `198.51.${process.pid % 200}.${count % 250}`,
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0',
  };
}

/** An address that nobody has used. */
export function mailbox(): string {
  count += 1;
  return `Habitant.${process.pid}.${count}@exemple.fr`;
}

/** The newest mail of a kind to an address; waits up to five seconds, for some are written by a job. */
export async function lastMail(app: TestApp, town: TestTown, address: string, kind: string): Promise<TestMail> {
  return until(async () => (await mailsTo(app, town, address)).findLast((one) => one.kind === kind), 5);
}

/** The token in a mail's button. */
export function tokenOf(mail: TestMail, name = 'jeton'): string {
  return new URL(mail.link).searchParams.get(name) ?? '';
}

/** Registers and confirms as people do; gives the signed-in browser and the address. */
export async function aRegisteredCitizen(app: TestApp, town: TestTown): Promise<{ email: string; browser: ReturnType<typeof visitor> }> {
  const email = mailbox();
  await as(app, visitor(town)).call(register, { body: { email, displayName: 'Noé Lambert', password }, headers: from() });
  const token = tokenOf(await lastMail(app, town, email, 'confirm-address'));
  return { email, browser: browserAfter(town, await as(app, visitor(town)).call(confirmByLink, { body: { token }, headers: from() })) };
}
