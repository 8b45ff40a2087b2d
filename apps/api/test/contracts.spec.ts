import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commonRefusals } from '@parvis/shared/contracts/route.ts';
import { DomainError, InvalidInput, Pipeline } from '../src/platform/http/index.ts';
import { projectRoot } from '../src/platform/config/index.ts';
import { hasMessage, languages } from '../src/platform/messages/index.ts';
import { startApp, type TestApp } from './support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

interface Refusal {
  readonly file: string;
  readonly name: string;
  readonly code: string;
  readonly status: number;
}

/** What is wrong with a field has the code of `invalid-input`, however its class is called: the field's own code tells. */
function isRefusal(value: unknown): boolean {
  return typeof value === 'function' && value.prototype instanceof DomainError && !(value.prototype instanceof InvalidInput);
}

async function refusals(): Promise<Refusal[]> {
  const files = globSync('apps/api/src/**/*errors.ts', { cwd: projectRoot }).sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const exports = (await import(join(projectRoot, file))) as Record<string, unknown>;
      return Object.entries(exports)
        .filter(([, value]) => isRefusal(value))
        .map(([name, value]) => {
          const made = new (value as new (argument: unknown) => DomainError)([]);
          return { file, name, code: made.code, status: made.status };
        });
    }),
  );
  return found.flat();
}

test('every refusal has a code of its own and words in both languages', async () => {
  const all = await refusals();
  const codes = all.map((one) => one.code);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  const wordless = all
    .flatMap(({ code }) =>
      languages.flatMap((language) => ['title', 'detail'].map((part) => [language, `problems.${code}.${part}`] as const)),
    )
    .filter(([language, key]) => !hasMessage(language, key))
    .map(([language, key]) => `${language}: ${key}`);
  expect(wordless).toEqual([]);
});

test('routes list no refusal that nobody makes', async () => {
  const known = new Set((await refusals()).map((one) => one.code));
  const listed = new Set<string>([
    ...commonRefusals,
    ...app.app
      .get(Pipeline)
      .records()
      .flatMap((record) => [...record.refusals]),
  ]);
  expect([...listed].filter((code) => !known.has(code)).sort()).toEqual([]);
});

test('the description of the API names every mounted route, with its answers', async () => {
  const answer = await fetch(`${app.origin}/api/openapi.json`);
  const document = (await answer.json()) as { openapi: string; paths: Record<string, Record<string, { responses: object }>> };
  expect(document.openapi).toBe('3.1.0');
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const mounted = app.app
    .get(Pipeline)
    .records()
    .map((record) => `${record.method} /api${record.path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.sort()).toEqual(mounted.sort());
});

test('every route that changes something has a limit; supports have theirs where they are decided', () => {
  const routes = app.app
    .get(Pipeline)
    .limitsByRoute()
    .filter(({ record }) => record.method !== 'GET');
  const nameOf = ({ record }: (typeof routes)[number]): string => `${record.method} ${record.path}`;
  expect(routes.length).toBeGreaterThan(50);
  expect(
    routes
      .filter((one) => one.limits.length === 0)
      .map(nameOf)
      .sort(),
  ).toEqual(['DELETE /contributions/:contributionId/support', 'PUT /contributions/:contributionId/support']);
  expect(routes.filter((one) => one.limits.length === 0 && !one.limitedBy).map(nameOf)).toEqual([]);
});

test('a list comes in pages of at most fifty, and no statement skips rows to reach one', () => {
  const pages = app.app
    .get(Pipeline)
    .records()
    .filter((record) => record.query?.shape['cursor']);
  expect(pages.length).toBeGreaterThan(15);
  for (const { method, path, query } of pages) {
    const limit = query!.shape['limit'] as { safeParse(value: unknown): { success: boolean } } | undefined;
    for (const asked of ['51', '0', '-1', '1000000'])
      if (limit) expect([method, path, asked, limit.safeParse(asked).success]).toEqual([method, path, asked, false]);
  }
  const skipping = globSync('apps/api/src/**/*.queries.ts', { cwd: projectRoot }).filter((file) =>
    /\bOFFSET [$\d(]/i.test(readFileSync(join(projectRoot, file), 'utf8')),
  );
  expect(skipping).toEqual([]);
});

/** Lists without pages, each with what bounds it: a form's maximum, a constant of the kind, or a LIMIT in its statement. */
const bounded: Readonly<Record<string, string>> = {
  '/account/sessions': 'LIMIT 100',
  '/activities/:activityId/proposal-drafts': 'twenty drafts at most',
  '/activities/:activityId/proposals/similar': 'five',
  '/communes': 'the first matches of a list in memory',
  '/consultations/:consultationId/answerable': 'two hundred identifiers in the query',
  '/contributions/:contributionId/responses': 'LIMIT 50',
  '/imports/places': 'LIMIT 100',
  '/me/consultations': 'LIMIT 50',
  '/paper/consultations': 'LIMIT 50',
  '/proposals/:number/revisions': 'LIMIT 100',
};

test('a list without pages is known, with what bounds it', () => {
  const whole = app.app
    .get(Pipeline)
    .records()
    .filter(
      (record) =>
        record.method === 'GET' &&
        record.response &&
        !record.query?.shape['cursor'] &&
        'items' in ((z.toJSONSchema(record.response, { unrepresentable: 'any' }) as { properties?: object }).properties ?? {}),
    );
  expect(whole.map((record) => record.path).sort()).toEqual(Object.keys(bounded).sort());
});
