import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { z } from 'zod';
import { commonRefusals, type RouteRecord } from '@parvis/shared/contracts/route.ts';
import { hasMessage, say } from '../../platform/messages/index.ts';

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z
      .array(
        z.object({ pointer: z.string().meta({ description: 'RFC 6901 pointer in a fragment' }), code: z.string(), detail: z.string() }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });

/** `/contributions/:contributionId/support` as OpenAPI writes it. */
function openApiPath(path: string): string {
  return `/api${path.replace(/:(\w+)/g, '{$1}')}`;
}

function paramsOf(record: RouteRecord): z.ZodObject | undefined {
  if (record.params) return record.params;
  const names = [...record.path.matchAll(/:(\w+)/g)].map((found) => found[1]!);
  return names.length === 0 ? undefined : z.object(Object.fromEntries(names.map((name) => [name, z.uuid()])));
}

function titleOf(code: string): string {
  return hasMessage('en', `problems.${code}.title`) ? say('en', `problems.${code}.title`) : code;
}

function operationOf(record: RouteRecord): ZodOpenApiOperationObject {
  const params = paramsOf(record);
  const answer = record.response
    ? { 'application/json': { schema: record.response } }
    : record.produces
      ? { [record.produces]: { schema: z.string() } }
      : undefined;
  const refusals = [...record.refusals, ...commonRefusals];
  return {
    summary: record.summary,
    operationId: `${record.method.toLowerCase()}${record.path.replace(/[^a-zA-Z0-9]+(\w)?/g, (_, letter?: string) => (letter ?? '').toUpperCase())}`,
    tags: [record.path.split('/')[1] ?? ''],
    ...((params || record.query) && { requestParams: { ...(params && { path: params }), ...(record.query && { query: record.query }) } }),
    ...(record.request && { requestBody: { required: true, content: { 'application/json': { schema: record.request } } } }),
    ...(record.upload && {
      requestBody: {
        required: true,
        description: `One raw file of at most ${record.upload.maxBytes} bytes; its name in X-File-Name`,
        content: { '*/*': { schema: z.string().meta({ format: 'binary' }) } },
      },
    }),
    responses: {
      [answer ? '200' : '204']: { description: answer ? 'Done' : 'Done, nothing to say', ...(answer && { content: answer }) },
      default: {
        description: refusals.map((code) => `${code}: ${titleOf(code)}`).join('\n'),
        content: { 'application/problem+json': { schema: Problem } },
      },
    },
  };
}

/** The whole API as OpenAPI 3.1, from the routes that are mounted: the same records that check every request. */
export function openApiDocument(records: readonly RouteRecord[], version: string): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const record of [...records].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1))) {
    (paths[openApiPath(record.path)] ??= {})[record.method.toLowerCase()] = operationOf(record);
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Parvis',
      version,
      description:
        'Every act and every public fact of a municipality’s consultations. Signed-in callers send the session cookie of POST /api/sessions; a town without a host of its own is reached below /t/<town>.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    paths,
  });
}
