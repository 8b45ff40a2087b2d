import { z } from 'zod';
import { codePoints, isBlank, readPlainText } from '../rules/plain-text.ts';
import { plainOf } from '../rules/rich-text.ts';

/** Limits of a text in code points, and whether it may have several lines. `min` above 0 also refuses what nobody can see. */
export interface TextLimits {
  readonly min?: number;
  readonly max: number;
  readonly lines?: 'one' | 'many';
}

/** Plain text through the one pipeline (rules/plain-text.ts); what is parsed is what is stored. */
export function text({ min = 0, max, lines = 'one' }: TextLimits) {
  return z.string().transform((raw, context) => {
    const read = readPlainText(raw, lines);
    const fail = (code: string, values: Readonly<Record<string, number>> = {}): typeof z.NEVER => {
      context.addIssue({ code: 'custom', input: raw, params: { code, ...values } });
      return z.NEVER;
    };
    if ('fault' in read) return fail(read.fault);
    const length = codePoints(read.text);
    if (min > 0 && isBlank(read.text)) return fail('required');
    if (length < min) return fail('too-short', { limit: min });
    return length > max ? fail('too-long', { limit: max }) : read.text;
  });
}

/** HTML as an editor sends it; lengths count its text. It is cleaned on the server (platform/text) before it is stored. */
export function richText({ min = 0, max }: { readonly min?: number; readonly max: number }) {
  return z.string().max(max * 12 + 2_000).superRefine((html, context) => {
    const read = readPlainText(html, 'many');
    if ('fault' in read) return context.addIssue({ code: 'custom', input: html, params: { code: read.fault } });
    const words = plainOf(read.text);
    if (min > 0 && isBlank(words)) return context.addIssue({ code: 'custom', input: html, params: { code: 'required' } });
    if (codePoints(words) < min) return context.addIssue({ code: 'custom', input: html, params: { code: 'too-short', limit: min } });
    if (codePoints(words) > max) return context.addIssue({ code: 'custom', input: html, params: { code: 'too-long', limit: max } });
  });
}

/** An object that takes no field that it does not name. */
export function body<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape);
}

/** An e-mail address, at most 254 characters (RFC 5321, 4.5.3.1), its domain in lower case. */
export const email = z.string().trim().max(254).pipe(z.email()).transform((address) => {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
});

/** An instant with its offset; PostgreSQL's microseconds pass. */
export const instant = z.iso.datetime({ offset: true });
/** A day without a time, `2026-12-15`. */
export const plainDate = z.iso.date();
export const uuid = z.uuid();
/** A part of an address: lower-case words joined by hyphens. */
export const slug = z.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const hexColour = z.string().regex(/^#[0-9a-fA-F]{6}$/).transform((colour) => colour.toLowerCase());
/** A place in WGS 84 degrees, kept to six decimals (about ten centimetres). */
export const geoPoint = z.strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
  .transform(({ lon, lat }) => ({ lon: Math.round(lon * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 }));
/** Money in euro cents. */
export const moneyCents = z.int().min(0).max(1_000_000_000_000);
/** Where the next page begins; opaque to callers. */
export const cursor = z.string().max(500);

/** A page of a list: `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(one: T) {
  return z.object({ items: z.array(one), nextCursor: z.string().nullable() });
}
