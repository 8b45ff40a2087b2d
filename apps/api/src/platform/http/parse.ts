import { z } from 'zod';
import { fieldErrorsOf, maxFieldErrors, unstorableTexts } from '@parvis/shared/contracts/issues.ts';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import type { FieldError } from './domain-error.ts';
import { InvalidInput, RouteNotFound } from './errors.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Fields = Readonly<Record<string, unknown>>;

/** The path's parts, as the record types them. @throws RouteNotFound */
export function parseParams(record: RouteRecord, params: Fields): Record<string, string> {
  if (record.params) {
    const parsed = record.params.safeParse(params);
    if (!parsed.success) throw new RouteNotFound();
    return parsed.data as Record<string, string>;
  }
  for (const value of Object.values(params)) if (!uuidPattern.test(String(value))) throw new RouteNotFound();
  return params as Record<string, string>;
}

/** The query, its defaults filled. @throws InvalidInput naming each wrong part below `#/query` */
export function parseQuery(record: RouteRecord, query: Fields): Fields {
  if (!record.query) return {};
  const read = readWith(record.query, query);
  if ('value' in read) return read.value;
  throw new InvalidInput(read.faults.map((one) => ({ ...one, pointer: one.pointer.replace('#', '#/query') })));
}

/**
 * The body, as its contract reads it.
 * @param further what else is wrong with the fields that could be read, each by itself; asked when the contract refuses others
 * @throws InvalidInput naming each wrong field once, by its first fault
 */
export async function parseBody(
  schema: z.ZodType,
  body: unknown,
  further: (readable: Fields) => readonly FieldError[] | Promise<readonly FieldError[]>,
): Promise<Fields> {
  const read = readWith(schema, body);
  if ('value' in read) return read.value;
  const readable = readableOf(schema, body);
  const more = readable ? await further(readable) : [];
  const news = more.filter((one) => !read.faults.some((told) => told.pointer === one.pointer));
  throw new InvalidInput([...read.faults, ...news].slice(0, maxFieldErrors));
}

function readWith(schema: z.ZodType, value: unknown): { readonly value: Fields } | { readonly faults: readonly FieldError[] } {
  const unstorable = unstorableTexts(value);
  if (unstorable.length > 0) return { faults: unstorable };
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data as Fields } : { faults: fieldErrorsOf(parsed.error, value) };
}

/** The fields of a body that are right by themselves; null where it has none, or holds what no form can send. */
function readableOf(schema: z.ZodType, body: unknown): Fields | null {
  if (!(schema instanceof z.ZodObject) || typeof body !== 'object' || body === null || unstorableTexts(body).length > 0) return null;
  return Object.fromEntries(
    Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, field]) => {
      const read = field.safeParse((body as Fields)[name]);
      return read.success ? [[name, read.data]] : [];
    }),
  );
}
