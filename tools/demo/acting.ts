import type { INestApplication } from '@nestjs/common';
import type { AddressInfo } from 'node:net';
import { insertSession, newToken } from '../../apps/api/src/core/accounts/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import type { Actor } from '../../apps/api/src/platform/http/index.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import type { DemoTown } from './town.ts';

/** Sends what a browser would, so that the demo's history is made by the real routes, with their rules. Gives the answer. The application must be listening. */
export async function send<A = unknown>(
  app: INestApplication,
  { town }: DemoTown,
  path: string,
  body: object | Buffer,
  cookie = '',
  fileName = '',
): Promise<A> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const isFile = Buffer.isBuffer(body);
  const headers = {
    'content-type': isFile ? 'application/octet-stream' : 'application/json',
    ...(fileName && { 'x-file-name': encodeURIComponent(fileName) }),
    ...(cookie && { cookie }),
  };
  const answer = await fetch(`http://127.0.0.1:${port}${town.base}/api${path}`, {
    method: 'POST',
    headers,
    body: isFile ? new Uint8Array(body) : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as A;
}

/** Signs somebody in; gives the cookie. */
export async function signIn(app: INestApplication, { town }: DemoTown, { accountId }: Actor): Promise<string> {
  const { token, hash } = newToken();
  await app
    .get(Database)
    .transaction((tx) =>
      insertSession(tx, { municipalityId: town.id, id: newId(), accountId, tokenHash: hash, device: 'demo', days: 1, secondFactor: true }),
    );
  return `parvis_session=${token}`;
}
