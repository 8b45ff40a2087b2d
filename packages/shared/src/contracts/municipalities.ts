import { z } from 'zod';
import { isReadableAccent, readableAccent } from '../rules/theme.ts';
import { languages } from '../rules/words.ts';
import { body, email, hexColour, languageCode, territory, text, uuid } from './fields.ts';
import { FileView } from './files.ts';
import { fieldIssue } from './issues.ts';
import { route } from './route.ts';

const staffRefusals = ['sign-in-required', 'role-required', 'second-factor-required'] as const;

/** A commune of the official list (INSEE): code, name, department, people, postal codes. */
export const Commune = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    population: z.int().nonnegative(),
    postalCodes: z.array(z.string()),
  })
  .meta({ id: 'Commune' });
export type Commune = z.infer<typeof Commune>;

/** By the beginning of a name or of a word in it, or by postal or INSEE code; accents, hyphens and case are ignored. Largest first, 10 at most. */
export const searchCommunes = route({
  method: 'GET',
  path: '/communes',
  summary: 'Search the official list of French communes',
  query: z.object({ search: text({ min: 2, max: 80 }) }),
  response: z.object({ items: z.array(Commune) }),
  refusals: [],
  installation: true,
});

/** A quarter of the town, for filters and maps. `id` is made of the name. */
export const Area = z.object({ id: z.string(), name: z.string(), shape: territory }).meta({ id: 'Area' });
export type Area = z.infer<typeof Area>;

/** Outline and quarters, for everybody's maps. */
export const TownTerritory = z.object({ territory: territory.nullable(), areas: z.array(Area) }).meta({ id: 'TownTerritory' });
export type TownTerritory = z.infer<typeof TownTerritory>;

export const readTerritory = route({
  method: 'GET',
  path: '/territory',
  summary: 'Outline and quarters of the town',
  response: TownTerritory,
  refusals: [],
});

/** What an administrator sets; outline and quarters are read by `readTerritory`. */
export const TownSettings = z
  .object({
    slug: z.string(),
    name: z.string(),
    tagline: z.string(),
    inseeCode: z.string().nullable(),
    population: z.int().nullable(),
    postalCodes: z.array(z.string()),
    accent: z.string(),
    languages: z.array(z.enum(languages)),
    timeZone: z.string(),
    host: z.string().nullable(),
    origin: z.string(),
    mailFrom: z.string().nullable(),
    mailReplyTo: z.string().nullable(),
    arms: FileView.nullable(),
  })
  .meta({ id: 'TownSettings' });
export type TownSettings = z.infer<typeof TownSettings>;

export const readTownSettings = route({
  method: 'GET',
  path: '/admin/town',
  summary: 'Settings of the town',
  response: TownSettings,
  refusals: staffRefusals,
});

/** A colour in which words can be read (WCAG 2.2, 4.5:1 on the site's grounds); the refusal offers the nearest that can. */
export const readableColour = hexColour.check((context) => {
  if (/^#[0-9a-f]{6}$/.test(context.value) && !isReadableAccent(context.value))
    context.issues.push(fieldIssue(context.value, 'unreadable-colour', { nearest: readableAccent(context.value) }));
});

/** A name of the IANA time zone database that the runtime knows. */
export const timeZoneName = z
  .string()
  .max(60)
  .refine(isTimeZone, { params: { code: 'not-one-of' } });

function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Z][A-Za-z_]+\/[A-Za-z_/]+$/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false; // RangeError: the runtime does not know it
  }
}

/** A host name in lower case, without scheme, port or path. */
export const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .refine((host) => /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]*[a-z0-9]$/.test(host), {
    params: { code: 'not-a-host' },
  });

export const townLanguages = z
  .array(languageCode)
  .min(1)
  .max(languages.length)
  .refine((all) => new Set(all).size === all.length, { params: { code: 'repeated' } });

export const saveTownSettings = route({
  method: 'PUT',
  path: '/admin/town',
  summary: 'Change the settings of the town',
  request: body({
    name: text({ min: 1, max: 120 }),
    tagline: text({ max: 120 }),
    population: z.int().min(0).max(20_000_000).nullable(),
    accent: readableColour,
    languages: townLanguages,
    timeZone: timeZoneName,
    host: hostName.nullable(),
    mailFrom: email.nullable(),
    mailReplyTo: email.nullable(),
  }),
  response: TownSettings,
  refusals: staffRefusals,
});

export const saveTownArms = route({
  method: 'PUT',
  path: '/admin/town/arms',
  summary: 'Show an uploaded picture as the arms of the town, or none',
  request: body({ fileId: uuid.nullable() }),
  response: TownSettings,
  refusals: staffRefusals,
});

/** Bytes of a GeoJSON file. */
export const maxGeoJsonBytes = 5_000_000;

/** The outline as a GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection (rules/territory.ts). */
export const saveTerritory = route({
  method: 'PUT',
  path: '/admin/town/territory',
  summary: 'Set the outline of the town',
  upload: { maxBytes: maxGeoJsonBytes },
  response: TownTerritory,
  refusals: staffRefusals,
});

export const removeTerritory = route({
  method: 'DELETE',
  path: '/admin/town/territory',
  summary: 'Remove the outline of the town',
  response: TownTerritory,
  refusals: staffRefusals,
});

/** Quarters as a FeatureCollection whose features have a name (rules/areas.ts); it replaces the ones before, equal names keep their id. */
export const saveAreas = route({
  method: 'PUT',
  path: '/admin/town/areas',
  summary: 'Set the quarters of the town',
  upload: { maxBytes: maxGeoJsonBytes },
  response: TownTerritory,
  refusals: staffRefusals,
});

export const removeAreas = route({
  method: 'DELETE',
  path: '/admin/town/areas',
  summary: 'Remove the quarters of the town',
  response: TownTerritory,
  refusals: staffRefusals,
});
