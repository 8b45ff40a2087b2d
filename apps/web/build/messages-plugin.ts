import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The source says `import fr from './messages/fr.json'`; in another language's build that is the file of that language beside it. */
export function messages(language: string): Plugin {
  return {
    name: 'parvis:messages',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (language === 'fr' || !/\/messages\/fr\.json$/.test(source)) return null;
      const french = await this.resolve(source, importer, { skipSelf: true });
      const file = french?.id.replace(/fr\.json$/, `${language}.json`);
      if (!file || !existsSync(file)) this.error(`${source}, imported by ${importer}, has no ${language}.json beside it.`);
      return file;
    },
  };
}
