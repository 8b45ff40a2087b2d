import { dataLicence } from '@parvis/shared/contracts/open-data.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import type { DataTable } from './data-table.ts';

/** A table's title and description in words; tables of a kind say of which activity they are. */
export function wordsOf(table: DataTable, language: Language): { title: string; description: string } {
  const title = say(language, `data-tables.${table.name}.title`);
  return { title: table.about ? `${title} – ${table.about}` : title, description: say(language, `data-tables.${table.name}.description`) };
}

/** The columns of a table with what each means. */
export function columnsOf(table: DataTable, language: Language): { name: string; type: string; description: string }[] {
  return table.columns.map(({ name, type }) => ({ name, type, description: say(language, `data.${table.name}.${name}`) }));
}

/** The data dictionary of a table: Table Schema of the Data Package standard, version 1. */
export function schemaOf(table: DataTable, language: Language): object {
  return { ...wordsOf(table, language), fields: columnsOf(table, language), missingValues: [''] };
}

/** Tables as a Data Package (specs.frictionlessdata.io/data-package); resources stand beside it, in `tables/`. */
export function packageOf({
  name,
  title,
  homepage,
  tables,
  language,
}: {
  name: string;
  title: string;
  homepage: string;
  tables: readonly DataTable[];
  language: Language;
}): object {
  return {
    profile: 'tabular-data-package',
    name,
    title,
    homepage,
    licenses: [dataLicence],
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.key,
      ...wordsOf(table, language),
      path: `tables/${table.key}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: { fields: columnsOf(table, language), missingValues: [''] },
    })),
  };
}
