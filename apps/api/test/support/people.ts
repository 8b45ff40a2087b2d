import type { Level, Role } from '@parvis/shared/rules/words.ts';
import type { ParamsOf, QueryOf, RequestOf, ResponseOf, RouteRecord } from '@parvis/shared/contracts/route.ts';
import { hashPassword, insertSession, newToken } from '../../src/core/accounts/index.ts';
import type { ProblemDocument } from '../../src/platform/http/index.ts';
import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from './app.ts';

/** A municipality made for one test. */
export interface TestTown {
  readonly id: string;
  readonly slug: string;
  readonly base: string;
}

/** Somebody with a browser: signed in when `cookie` is there. */
export interface Person {
  readonly town: TestTown;
  readonly name: string;
  readonly accountId: string;
  readonly participantId: string;
  readonly email: string;
  readonly cookie: string;
}

/** What came back: the answer where the status is 2xx, the problem otherwise. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly problem: ProblemDocument;
  readonly headers: Headers;
  readonly text: string;
}

let count = 0;

/** A new municipality with nothing in it but its own participant. */
export async function aTown(
  { db }: TestApp,
  overrides: Readonly<{ name?: string; host?: string; timeZone?: string; accent?: string }> = {},
): Promise<TestTown> {
  count += 1;
  const id = newId();
  const slug = `ville-${process.pid}-${count}-${id.slice(-4)}`;
  await db.run('INSERT INTO municipalities (id, slug, host, origin, name, time_zone) VALUES ($1, $2, $3, $4, $5, $6)', [
    id,
    slug,
    overrides.host ?? null,
    'http://127.0.0.1',
    overrides.name ?? 'Saint-Aubin-sur-Lisse',
    overrides.timeZone ?? 'Europe/Paris',
  ]);
  await db.run(`INSERT INTO participants (municipality_id, id, source, level, display_name) VALUES ($1, $2, 'town', 4, $3)`, [
    id,
    newId(),
    overrides.name ?? 'Saint-Aubin-sur-Lisse',
  ]);
  return { id, slug, base: `/t/${slug}` };
}

/** A confirmed, signed-in account; with roles, also past the second factor. With a password it can sign in as well. */
export async function aPerson(
  { db }: TestApp,
  town: TestTown,
  { name = 'Inès B.', roles = [], level = 1, password }: { name?: string; roles?: readonly Role[]; level?: Level; password?: string } = {},
): Promise<Person> {
  count += 1;
  const accountId = newId();
  const participantId = newId();
  const email = `personne-${count}-${accountId.slice(-6)}@exemple.fr`;
  const { token, hash } = newToken();
  const passwordHash = password === undefined ? null : await hashPassword(password);
  await db.transaction(async (tx) => {
    await tx.run(
      'INSERT INTO accounts (municipality_id, id, email, display_name, password_hash, confirmed_at) VALUES ($1, $2, $3, $4, $5, statement_timestamp())',
      [town.id, accountId, email, name, passwordHash],
    );
    await tx.run(
      `INSERT INTO participants (municipality_id, id, source, level, display_name, account_id) VALUES ($1, $2, 'account', $3, $4, $5)`,
      [town.id, participantId, level, name, accountId],
    );
    for (const role of roles)
      await tx.run('INSERT INTO account_roles (municipality_id, account_id, role) VALUES ($1, $2, $3)', [town.id, accountId, role]);
    await insertSession(tx, {
      municipalityId: town.id,
      id: newId(),
      accountId,
      tokenHash: hash,
      device: 'test',
      days: 1,
      secondFactor: true,
    });
  });
  return { town, name, accountId, participantId, email, cookie: `parvis_session=${token}` };
}

/** A visitor of the town's site who is not signed in. */
export function visitor(town: TestTown): Pick<Person, 'town' | 'cookie'> {
  return { town, cookie: '' };
}

/** The same browser after an answer that set its session's cookie, or took it away. */
export function browserAfter(town: TestTown, answer: Pick<Answer<unknown>, 'headers'>): Pick<Person, 'town' | 'cookie'> {
  const found = answer.headers
    .getSetCookie()
    .map((one) => /^parvis_session=([^;]*)/.exec(one)?.[1])
    .find((value) => value !== undefined);
  return { town, cookie: found ? `parvis_session=${found}` : '' };
}

/** A mail that was written to somebody: `link` is the address of its button. */
export interface TestMail {
  readonly kind: string;
  readonly subject: string;
  readonly body_text: string;
  readonly link: string;
}

/** Mails to an address, oldest first. */
export async function mailsTo({ db }: TestApp, town: TestTown, address: string): Promise<TestMail[]> {
  const mails = await db.rows<Omit<TestMail, 'link'>>(
    'SELECT kind, subject, body_text FROM mails WHERE municipality_id = $1 AND lower(to_address) = lower($2) ORDER BY created_at, id',
    [town.id, address],
  );
  return mails.map((mail) => ({ ...mail, link: /https?:\/\/\S+\/(?:compte|invitation)\S*/.exec(mail.body_text)?.[0] ?? '' }));
}

interface Input<R extends RouteRecord> {
  readonly params?: Partial<ParamsOf<R>>;
  readonly query?: QueryOf<R>;
  readonly body?: RequestOf<R>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, for bad input and uploads. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** A caller over real HTTP: `await as(app, ines).call(addSupport, { params })`. */
export function as({ origin }: TestApp, person: Pick<Person, 'town' | 'cookie'>) {
  return {
    async call<R extends RouteRecord>(record: R, input: Input<R> = {}): Promise<Answer<ResponseOf<R>>> {
      const path = record.path.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(String((input.params as Record<string, unknown> | undefined)?.[name] ?? '')),
      );
      const query = new URLSearchParams((input.query ?? {}) as Record<string, string>);
      const response = await fetch(`${origin}${person.town.base}/api${path}${query.size > 0 ? `?${query}` : ''}`, {
        method: record.method,
        redirect: 'manual',
        headers: {
          ...(person.cookie && { cookie: person.cookie }),
          'accept-language': 'fr',
          ...(input.body !== undefined && { 'content-type': 'application/json' }),
          ...input.headers,
        },
        body: input.raw ?? (input.body === undefined ? undefined : JSON.stringify(input.body)),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
      return {
        status: response.status,
        body: parsed as ResponseOf<R>,
        problem: parsed as ProblemDocument,
        headers: response.headers,
        text,
      };
    },
  };
}
