import { z } from 'zod';
import { codePoints, isBlank, readPlainText } from '../rules/plain-text.ts';
import { readKeyset, type KeysetPart } from '../rules/keyset.ts';
import { plainOf } from '../rules/rich-text.ts';
import { maxTerritoryPoints, readTerritory, sixDecimals, type Territory } from '../rules/territory.ts';
import { languages } from '../rules/words.ts';
import { fieldIssue } from './issues.ts';

/**
 * The fields that contracts are made of. Requests use these builders, which normalise and refuse; answers repeat what the database
 * already holds, so they use plain `z.string()` and `timestamp`, which cost nothing.
 */

/** A JSON body: a key that it does not name is refused with `unknown-field`, so that a misspelt field is not silently lost. */
export const body = z.strictObject;

/**
 * Plain text typed by people, through the shared pipeline (rules/plain-text.ts): normalised, trimmed, control characters refused.
 * @param of.max code points, after normalising; hence at most 4 × max bytes of UTF-8
 * @param of.min code points, 0 when left out; what shows nothing (zero-width characters alone) becomes '', which is `required` from 1 on
 * @param of.lines 'one' (the default) refuses line breaks
 */
export function text({ min = 0, max, lines = 'one' }: { min?: number; max: number; lines?: 'one' | 'many' }): z.ZodString {
  return z
    .string()
    .meta({ minLength: min, maxLength: max })
    .check((context) => {
      const raw = context.value;
      // Decomposed letters count once more before NFC joins them; anything beyond is refused before it is worked on.
      if (raw.length > 8 * max + 1_000) return void context.issues.push(fieldIssue(raw, 'too-long', { limit: max }));
      const read = readPlainText(raw, lines);
      if ('fault' in read) return void context.issues.push(fieldIssue(raw, read.fault));
      const value = isBlank(read.text) ? '' : read.text;
      context.value = value;
      const length = codePoints(value);
      if (length === 0 && min > 0) context.issues.push(fieldIssue(raw, 'required'));
      else if (length < min) context.issues.push(fieldIssue(raw, 'too-short', { limit: min }));
      else if (length > max) context.issues.push(fieldIssue(raw, 'too-long', { limit: max }));
    });
}

/**
 * Rich text as HTML. The schema checks size and well-formedness only; the service cleans it with `cleanRichText` of platform/text
 * before anything else, and keeps nothing of what was sent.
 * @param of.max code points of its text without markup; the markup may take as much again eight times over
 * @param of.min 0 when left out; tags around nothing become '', which is `required` from 1 on
 */
export function richText({ min = 0, max }: { min?: number; max: number }): z.ZodString {
  return z
    .string()
    .meta({ contentMediaType: 'text/html', description: `HTML; at most ${max} characters of text` })
    .check((context) => {
      const raw = context.value;
      if (raw.length > 8 * max + 2_000) return void context.issues.push(fieldIssue(raw, 'too-long', { limit: max }));
      const read = readPlainText(raw, 'many');
      if ('fault' in read) return void context.issues.push(fieldIssue(raw, read.fault));
      const words = plainOf(read.text);
      context.value = isBlank(words) ? '' : read.text;
      const length = isBlank(words) ? 0 : codePoints(words);
      if (length === 0 && min > 0) context.issues.push(fieldIssue(raw, 'required'));
      else if (length < min) context.issues.push(fieldIssue(raw, 'too-short', { limit: min }));
      else if (length > max) context.issues.push(fieldIssue(raw, 'too-long', { limit: max }));
    });
}

/** The readable part of an address: lower-case ASCII letters, digits and single hyphens, 1 to 80. */
export const slug = z.stringFormat('slug', /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A moment: ISO 8601 with Z or an offset of at most 15:59 (PostgreSQL's limit), years 1900 to 2199. Microseconds pass. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((moment) => inRange(Number(moment.slice(0, 4))) && !/[+-](?:1[6-9]|2\d):\d\d$/.test(moment), {
    params: { code: 'out-of-range' },
  });

/** A moment in an answer, as the database gave it: ISO 8601 with microseconds and offset. Costs no check. */
export const timestamp = z.string().meta({ format: 'date-time' });

/** A day without a time, `2026-12-15`, of the town's calendar; years 1900 to 2199. */
export const plainDate = z.iso.date().refine((day) => inRange(Number(day.slice(0, 4))), { params: { code: 'out-of-range' } });

function inRange(year: number): boolean {
  return year >= 1900 && year < 2200;
}

/** An identifier, in lower case. */
export const uuid = z.uuid().toLowerCase();

/** The identifier of a file that was uploaded before, to the same town. */
export const fileId = uuid;

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const localPart = new RegExp(`^(?=.{1,64}$)${atom}(?:\\.${atom})*$`);

/**
 * An e-mail address that mail servers accept in practice: RFC 5321's dot-string at a domain name (no quoted part, no address
 * literal, no comment), at most 254 octets. An internationalised domain becomes ASCII (UTS 46), the domain lower case; the part
 * before the @ keeps its case, and is compared without it.
 */
export const email = z
  .string()
  .meta({ format: 'email', maxLength: 254 })
  .check((context) => {
    const address = emailOf(context.value.trim());
    if (address === null) context.issues.push(fieldIssue(context.value, 'not-an-email'));
    else context.value = address;
  });

function emailOf(typed: string): string | null {
  if (typed.length > 254) return null;
  const at = typed.lastIndexOf('@');
  const domain = domainOf(typed.slice(at + 1));
  return at > 0 && domain !== null && localPart.test(typed.slice(0, at)) && at + 1 + domain.length <= 254
    ? typed.slice(0, at + 1) + domain
    : null;
}

/** A domain name with at least one dot, in ASCII; the last label is not a number, so that no IP address passes. */
function domainOf(typed: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u.test(typed)) return null;
  const { hostname } = URL.canParse(`http://${typed}`) ? new URL(`http://${typed}`) : { hostname: '' };
  return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(hostname)
    ? hostname
    : null;
}

/**
 * A link to a page: http or https, a host, no user name or password (they disguise where a link goes), at most 2,000 characters;
 * handed on as the WHATWG URL standard writes it. `javascript:`, `data:` and relative addresses are refused.
 */
export const httpUrl = z
  .string()
  .meta({ format: 'uri', maxLength: 2_000 })
  .check((context) => {
    const href = hrefOf(context.value.trim());
    if (href === null) context.issues.push(fieldIssue(context.value, 'not-a-url'));
    else context.value = href;
  });

function hrefOf(typed: string): string | null {
  // The standard's parser drops tabs and line breaks and reads a backslash as a slash: what was shown is not where it leads.
  if (typed.length > 2_000 || /[\s\\\p{Cc}\p{Cf}]/u.test(typed) || !/^https?:\/\/[^/]/i.test(typed) || !URL.canParse(typed)) return null;
  const { href, username, password } = new URL(typed);
  return username === '' && password === '' && href.length <= 2_000 ? href : null;
}

/** A place on the map: WGS 84 degrees, rounded to six decimals (about 10 cm). */
export const geoPoint = z.strictObject({
  lon: z.number().min(-180).max(180).overwrite(sixDecimals),
  lat: z.number().min(-90).max(90).overwrite(sixDecimals),
});

/** A stored territory, for answers. */
export const territory = z
  .object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
  })
  .meta({ id: 'Territory', description: 'GeoJSON MultiPolygon, WGS 84' }) satisfies z.ZodType<Territory>;

/** A GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection, read as one MultiPolygon (rules/territory.ts). */
export const geoJsonTerritory = z
  .unknown()
  .meta({
    type: 'object',
    description: `GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection; at most ${maxTerritoryPoints} points`,
  })
  .transform((document, context): Territory => {
    const read = readTerritory(document);
    if ('territory' in read) return read.territory;
    context.issues.push(fieldIssue(document, read.fault, read.fault === 'too-many-points' ? { limit: maxTerritoryPoints } : {}));
    return z.NEVER;
  });

/** A colour as `#0c5a54`, in lower case. Whether it can be read is asked of rules/contrast.ts. */
export const hexColour = z.stringFormat('colour', /^#[0-9a-f]{6}$/i).toLowerCase();

/** A language of the product. */
export const languageCode = z.enum(languages);

/** Where the next page begins: a token of an earlier answer, not to be made or read by clients (rules/keyset.ts). */
export const cursor = z.stringFormat('cursor', /^[A-Za-z0-9_-]{1,400}$/);

/** The same, of a list whose order has these parts: what no answer can have given is refused before it reaches the database. */
export function cursorOf(...parts: readonly KeysetPart[]): typeof cursor {
  return cursor.refine((token) => readKeyset(token, parts) !== null, { params: { code: 'not-a-cursor' } });
}

/** A page of a longer list. `nextCursor` goes into the next request's `cursor`; null on the last page. */
export function pageOf<T extends z.ZodType>(item: T): z.ZodObject<{ items: z.ZodArray<T>; nextCursor: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** An amount in euro cents, 0 to ten thousand million euros: exact in a JavaScript number and in bigint. */
export const moneyCents = z.int().min(0).max(1_000_000_000_000);
