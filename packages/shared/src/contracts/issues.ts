import type { z } from 'zod';

/** Every code that a field error may have; its sentence stands under `fields.<code>` in the API's messages, with its values. */
export const fieldCodes = [
  'required',
  'wrong-type',
  'unknown-field',
  'not-one-of',
  'not-valid',
  'wrong-form',
  'too-short',
  'too-long',
  'too-small',
  'too-big',
  'too-few',
  'too-many',
  'not-whole',
  'not-a-multiple',
  'repeated',
  'control-character',
  'not-well-formed',
  'line-break',
  'not-a-date',
  'not-an-instant',
  'out-of-range',
  'not-an-id',
  'not-a-slug',
  'not-an-email',
  'not-a-url',
  'not-a-colour',
  'not-a-cursor',
  'not-a-territory',
  'ring-not-closed',
  'out-of-bounds',
  'too-many-points',
  'area-without-name',
  'not-a-host',
  'unreadable-colour',
  'not-in-order',
  'overlapping',
  'not-found',
  'already-taken',
  'too-weak',
  'does-not-match',
  'broken-blank',
] as const;
export type FieldCode = (typeof fieldCodes)[number];

/** One field that is wrong: a JSON pointer in a fragment (RFC 6901, section 6: `#/title`), a stable code, values for its sentence. */
export interface InputIssue {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly values?: Values;
}

type Values = Readonly<Record<string, string | number>>;

/** As many errors as one answer tells; a hostile body could have one for each of its bytes. */
export const maxFieldErrors = 50;

/** Levels of lists and objects in a body; a territory in GeoJSON has eight. */
const maxDepth = 40;

type Issue = z.core.$ZodIssue;
type Told = { code: FieldCode; values?: Values };

/**
 * An issue with a code of ours, for `schema.check((context) => context.issues.push(fieldIssue(context.value, 'too-weak')))`;
 * `refine` says the same by `{ params: { code: 'too-weak' } }`.
 * @param values for the code's sentence: `limit` where there is one
 * @param path where below the checked value; the value itself when left out
 */
export function fieldIssue(input: unknown, code: FieldCode, values: Values = {}, path: PropertyKey[] = []): z.core.$ZodRawIssue {
  return { code: 'custom', input, path, params: { code, ...values } };
}

/**
 * zod's issues as field errors, in zod's order: the first of each field, at most `maxFieldErrors` in all. Nothing of what was sent is
 * repeated but names of fields.
 * @param input what was parsed: it tells a missing field from one of a wrong type
 */
export function fieldErrorsOf(error: z.ZodError, input: unknown): InputIssue[] {
  const first = new Map<string, InputIssue>();
  for (const one of error.issues.flatMap((issue) => errorsOf(issue, input, []))) if (!first.has(one.pointer)) first.set(one.pointer, one);
  return [...first.values()].slice(0, maxFieldErrors);
}

function errorsOf(issue: Issue, input: unknown, above: readonly PropertyKey[]): InputIssue[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, maxFieldErrors).map((key) => ({ pointer: pointerOf([...path, key]), code: 'unknown-field' }));
  if (issue.code === 'invalid_union') {
    const closest = closestBranch(issue.errors);
    if (closest) return closest.flatMap((one) => errorsOf(one, input, path));
  }
  return [{ pointer: pointerOf(path), ...codeOf(issue, valueAt(input, path)) }];
}

/** Of a union's branches the one that came furthest into the value; none when each stopped at the value itself. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (branch: readonly Issue[]): number =>
    Math.max(0, ...branch.map((one) => one.path.length + (one.code === 'invalid_type' ? 0 : 0.5)));
  const best = branches.reduce<readonly Issue[]>((a, b) => (depth(b) > depth(a) ? b : a), []);
  return best.length > 0 ? best : undefined;
}

function codeOf(issue: Issue, value: unknown): Told {
  if (value === undefined && issue.code !== 'custom') return { code: 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.expected === 'int' ? 'not-whole' : 'wrong-type' };
    case 'invalid_value':
      return { code: 'not-one-of' };
    case 'invalid_format':
      return { code: formatCodes[issue.format] ?? 'wrong-form' };
    case 'not_multiple_of':
      return { code: 'not-a-multiple', values: { step: issue.divisor } };
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? { code: 'required' }
        : sizeOf(issue.origin, ['too-short', 'too-few', 'too-small'], issue.minimum);
    case 'too_big':
      return sizeOf(issue.origin, ['too-long', 'too-many', 'too-big'], issue.maximum);
    case 'custom':
      return customOf(issue.params);
    case 'invalid_key':
      return { code: 'not-one-of' };
    default:
      return { code: issue.code === 'invalid_union' ? 'wrong-type' : 'not-valid' };
  }
}

function customOf({ code, ...values }: { [key: string]: unknown } = {}): Told {
  const known = fieldCodes.find((one) => one === code) ?? 'not-valid';
  return typeof values['limit'] === 'number'
    ? withLimit(known, values['limit'])
    : { code: known, ...(Object.keys(values).length > 0 && { values: values as Values }) };
}

/** `count` chooses the sentence's plural form. */
function withLimit(code: FieldCode, limit: number): Told {
  return { code, values: { limit, count: limit } };
}

function sizeOf(origin: string, [short, few, small]: readonly [FieldCode, FieldCode, FieldCode], limit: number | bigint): Told {
  const isList = origin === 'array' || origin === 'set' || origin === 'map';
  return withLimit(origin === 'string' ? short : isList ? few : small, Number(limit));
}

const formatCodes: Readonly<Record<string, FieldCode>> = {
  date: 'not-a-date',
  datetime: 'not-an-instant',
  uuid: 'not-an-id',
  email: 'not-an-email',
  url: 'not-a-url',
  slug: 'not-a-slug',
  colour: 'not-a-colour',
  cursor: 'not-a-cursor',
};

/**
 * Texts below `value`, names of fields included, with what no text may ever hold: U+0000, which PostgreSQL cannot keep, and lone
 * surrogates, which are no characters. At most `maxFieldErrors` are told. What is nested deeper than any form is refused too.
 */
export function unstorableTexts(value: unknown, path: readonly PropertyKey[] = [], found: InputIssue[] = []): InputIssue[] {
  if (found.length >= maxFieldErrors) return found;
  if (typeof value === 'string') {
    if (value.includes('\u0000')) found.push({ pointer: pointerOf(path), code: 'control-character' });
    else if (!value.isWellFormed()) found.push({ pointer: pointerOf(path), code: 'not-well-formed' });
  } else if (path.length > maxDepth) found.push({ pointer: pointerOf(path.slice(0, 1)), code: 'not-valid' });
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) unstorableTexts(key, path, found);
      unstorableTexts(inner, [...path, key], found);
    }
  }
  return found;
}

/** RFC 6901: `~` and `/` are escaped, then the pointer is percent-encoded as a URI fragment. */
function pointerOf(path: readonly PropertyKey[]): string {
  return `#${path.map((part) => `/${encodeURIComponent(String(part).slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, part) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, part) ? (node as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  );
}
