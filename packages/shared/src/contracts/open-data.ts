import { z } from 'zod';
import { languageCode, slug } from './fields.ts';
import { route } from './route.ts';

/** The licence of all open data of Parvis: Licence Ouverte 2.0 of Etalab, as SPDX calls it. */
export const dataLicence = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte 2.0',
  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** A table in the catalogue. `key` is the name of its files without their ending; addresses begin at the root of the host. */
export const DataTableView = z
  .object({
    key: z.string(),
    title: z.string(),
    description: z.string(),
    columns: z.array(z.object({ name: z.string(), type: z.string(), description: z.string() })),
    csv: z.string(),
    json: z.string(),
    schema: z.string(),
    errors: z.string(),
  })
  .meta({ id: 'DataTableView' });
export type DataTableView = z.infer<typeof DataTableView>;

const catalogue = {
  licence: z.object({ name: z.string(), title: z.string(), path: z.string() }),
  datapackage: z.string(),
  tables: z.array(DataTableView),
};

/** What a town opens: its own tables, and its public consultations, the latest 200. */
export const TownData = z
  .object({ ...catalogue, consultations: z.array(z.object({ slug: z.string(), title: z.string(), publishedAt: z.string() })) })
  .meta({ id: 'TownData' });
export type TownData = z.infer<typeof TownData>;

/** What a consultation opens; `archive` is the address of all of it in one file. */
export const ConsultationData = z
  .object({ ...catalogue, archive: z.string(), consultation: z.object({ slug: z.string(), title: z.string(), isPublic: z.boolean() }) })
  .meta({ id: 'ConsultationData' });
export type ConsultationData = z.infer<typeof ConsultationData>;

/** `<table>.csv`, `.json`, `.schema.json` (Table Schema) or `.errors.json` (rows that could not be exported, with their reasons). */
export const dataFile = z.stringFormat('data-file', /^[a-z0-9]+(?:-+[a-z0-9]+)*\.(?:csv|json|schema\.json|errors\.json)$/);

const query = z.object({ language: languageCode.optional() });
const ofConsultation = z.object({ slug });
const produces = 'application/octet-stream';

export const readTownData = route({
  method: 'GET',
  path: '/open-data',
  summary: 'The open data of the town',
  query,
  response: TownData,
  refusals: [],
});
export const readTownPackage = route({
  method: 'GET',
  path: '/open-data/datapackage.json',
  summary: 'The open data of the town as a Data Package',
  query,
  produces,
  refusals: [],
});
export const exportTownTable = route({
  method: 'GET',
  path: '/open-data/tables/:file',
  summary: 'A table of the town as CSV or JSON, its dictionary or its faults',
  params: z.object({ file: dataFile }),
  query,
  produces,
  refusals: ['data-table-not-found'],
});

export const readConsultationData = route({
  method: 'GET',
  path: '/open-data/consultations/:slug',
  summary: 'The open data of a consultation',
  params: ofConsultation,
  query,
  response: ConsultationData,
  refusals: ['consultation-not-found'],
});
export const readConsultationPackage = route({
  method: 'GET',
  path: '/open-data/consultations/:slug/datapackage.json',
  summary: 'The open data of a consultation as a Data Package',
  params: ofConsultation,
  query,
  produces,
  refusals: ['consultation-not-found'],
});
/** Every table as CSV and JSON with README, dictionary, Data Package, licence, faults and hashes. */
export const exportConsultationArchive = route({
  method: 'GET',
  path: '/open-data/consultations/:slug/archive.tar.gz',
  summary: 'The open data of a consultation as one archive',
  params: ofConsultation,
  query,
  produces: 'application/gzip',
  refusals: ['consultation-not-found'],
});
export const exportConsultationTable = route({
  method: 'GET',
  path: '/open-data/consultations/:slug/tables/:file',
  summary: 'A table of a consultation as CSV or JSON, its dictionary or its faults',
  params: z.object({ slug, file: dataFile }),
  query,
  produces,
  refusals: ['consultation-not-found', 'data-table-not-found'],
});
