import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { schemaOf, type Schema } from './json-schema.ts';
import type { Objects } from './world.ts';

/** Where a text stands in a body; `isOpen` where the contract leaves its form to the service. */
export interface TextField {
  readonly path: readonly (string | number)[];
  readonly isRich: boolean;
  readonly isOpen?: true;
}
/** A body that the contract accepts, with every field of text in it. */
export interface SampleBody {
  readonly body: unknown;
  readonly fields: readonly TextField[];
}

const formats: Readonly<Record<string, () => string>> = {
  date: () => '2027-01-31',
  time: () => '10:00',
  uuid: randomUUID,
  slug: () => `exemple-${randomUUID()}`,
  colour: () => '#0c5a54',
  uri: () => 'https://exemple.fr/',
  email: () => `quelquun-${randomUUID()}@exemple.fr`,
  password: () => 'quatre chevaux verts au marché',
};

/** Texts whose form only their name tells. */
const named: Readonly<Record<string, () => string>> = {
  publisherEmail: formats['email']!,
  accessibilityContact: formats['email']!,
  termsContact: formats['email']!,
  auditedOn: () => '',
  back: () => '/consultations',
  kind: () => 'proposals',
  timeZone: () => 'Europe/Paris',
  host: () => 'parvis.exemple.fr',
  inseeCode: () => '90032',
  code: () => '123456',
  token: () => 'A'.repeat(43),
  source: () => 'exemple',
};

/** Each form of a request, filled: ids of the world where a field is called like one, other values in the middle of what is allowed. */
export function sampleBodies(request: z.ZodType, objects: Objects): SampleBody[] {
  const schema = schemaOf(request);
  return (schema.oneOf ?? schema.anyOf ?? [schema]).map((form) => {
    const fields: TextField[] = [];
    return { body: fill(form, '', [], { objects, fields }), fields };
  });
}

interface Filling {
  readonly objects: Objects;
  readonly fields: TextField[];
}

function fill(schema: Schema, name: string, path: TextField['path'], filling: Filling): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const parts = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (parts) {
    const part = parts.find(holdsText) ?? (parts.some((one) => one.type === 'null') ? { type: 'null' } : parts[0]!);
    return fill(schema.allOf ? { ...schema, ...part, allOf: undefined } : part, name, path, filling);
  }
  if (schema.properties) return fillObject(schema, path, filling);
  switch (schema.type) {
    case 'array':
      return Array.from(
        { length: schema.items && holdsText(schema.items) ? Math.max(1, schema.minItems ?? 0) : (schema.minItems ?? 0) },
        (_, at) => fill(schema.items!, name.replace(/s$/, ''), [...path, at], filling),
      );
    case 'string':
      filling.fields.push({ path, isRich: schema.contentMediaType === 'text/html' });
      return textOf(schema, name, filling.objects);
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    default:
      return schema.type === 'null' ? null : schema.type === 'object' ? {} : undefined;
  }
}

function fillObject({ properties = {}, required = [] }: Schema, path: TextField['path'], filling: Filling): object {
  const wanted = Object.entries(properties).filter(
    ([key, one]) => one.format !== 'date-time' && (required.includes(key) || holdsText(one)),
  );
  return Object.fromEntries(wanted.map(([key, one]) => [key, fill(one, key, [...path, key], filling)]));
}

function textOf({ format = '', contentMediaType, minLength = 0, maxLength = 1_000 }: Schema, name: string, objects: Objects): string {
  if (format === 'uuid' && objects[name]) return objects[name];
  const text = 'Un texte ordinaire, comme on en écrit tous les jours. '
    .repeat(Math.ceil(minLength / 50) + 1)
    .slice(0, maxLength)
    .trim();
  return formats[format]?.() ?? named[name]?.() ?? (contentMediaType === 'text/html' ? `<p>${text}</p>` : text);
}

/** Whether people can type something into it: ids, dates and words of a list do not count. */
function holdsText(schema: Schema): boolean {
  const inner = [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
  ];
  return (
    (schema.type === 'string' &&
      !schema.enum &&
      schema.const === undefined &&
      !['uuid', 'date', 'time', 'date-time', 'slug'].includes(schema.format ?? '')) ||
    inner.some(holdsText)
  );
}

/** The body with another value at a path. */
export function withValue(body: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body)) return body.map((one: unknown, at) => (at === key ? withValue(one, rest, value) : one));
  return { ...(body as object), [key]: withValue((body as Record<string, unknown>)[key], rest, value) };
}

/** What stands at a path. */
export function valueAt(body: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | undefined)?.[key], body);
}
