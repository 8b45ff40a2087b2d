import { dataLicence } from '@parvis/shared/contracts/open-data.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import type { ArchiveText } from './archive.ts';
import { columnsOf, packageOf, wordsOf } from './data-dictionary.ts';
import type { DataTable } from './data-table.ts';
import { csvLine } from './formats.ts';

interface Described {
  readonly name: string;
  readonly title: string;
  readonly town: string;
  readonly homepage: string;
  readonly madeAt: string;
  readonly tables: readonly DataTable[];
  readonly language: Language;
}

const languages = ['fr', 'en'] as const;
const fileNames = {
  fr: { readme: 'LISEZMOI.md', dictionary: 'dictionnaire.csv' },
  en: { readme: 'README.md', dictionary: 'dictionary.csv' },
} as const;

/** What stands beside the tables of an archive, so that it explains itself for ever: README and dictionary in both languages, Data Package, licence. */
export function archiveTexts(described: Described): ArchiveText[] {
  return [
    ...languages.map((language) => ({ path: fileNames[language].readme, text: readmeOf(described, language) })),
    ...languages.map((language) => ({ path: fileNames[language].dictionary, text: dictionaryOf(described.tables, language) })),
    { path: 'datapackage.json', text: `${JSON.stringify({ ...packageOf(described), created: described.madeAt }, null, 2)}\n` },
    {
      path: 'LICENCE.txt',
      text: languages
        .map((language) =>
          say(language, 'open-data.archive.licence', {
            title: dataLicence.title,
            path: dataLicence.path,
            town: described.town,
            day: described.madeAt.slice(0, 10),
          }),
        )
        .join('\n\n'),
    },
  ];
}

function readmeOf({ title, town, homepage, madeAt, tables }: Described, language: Language): string {
  const list = tables.map((table) => {
    const words = wordsOf(table, language);
    return `- \`tables/${table.key}.csv\`, \`.json\` – **${words.title}**. ${words.description}`;
  });
  return say(language, 'open-data.archive.readme', {
    title,
    town,
    homepage,
    madeAt,
    dictionary: fileNames[language].dictionary,
    licence: dataLicence.title,
    path: dataLicence.path,
    tables: list.join('\n'),
  });
}

function dictionaryOf(tables: readonly DataTable[], language: Language): string {
  const rows = tables.flatMap((table) =>
    columnsOf(table, language).map(({ name, type, description }) => [table.key, wordsOf(table, language).title, name, type, description]),
  );
  return `\ufeff${[['table', 'title', 'column', 'type', 'description'], ...rows].map(csvLine).join('')}`;
}
