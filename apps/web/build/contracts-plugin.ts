import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const contract = /\/packages\/shared\/src\/(?:contracts\/[^/]+|activities\/[^/]+\/contract(?:-[^/]+)?)\.ts$/;

/** A value that JSON can carry, such as a list of words or a maximum; zod schemas and functions are not. */
function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

function isRoute(value: unknown): value is { method: string; path: string; upload?: unknown } {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'refusals' in value;
}

/**
 * The source of a contract module as the browser needs it: routes are method, path and whether they take a file; plain constants stay;
 * schemas are left out, so that importing one in the web fails the build by name.
 */
function reduceContract(exports: Readonly<Record<string, unknown>>): string {
  return Object.entries(exports)
    .flatMap(([name, value]) => {
      if (isRoute(value))
        return [
          `export const ${name} = ${JSON.stringify({ method: value.method, path: value.path, ...(value.upload ? { upload: true } : {}) })};`,
        ];
      return isPlain(value) ? [`export const ${name} = ${JSON.stringify(value)};`] : [];
    })
    .join('\n');
}

/** Runs every imported contract in Node and gives the build its reduced form: no schema and no zod reach the site's bundles. */
export function contracts(): Plugin {
  return {
    name: 'parvis:contracts',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0]!;
      if (!contract.test(file)) return null;
      const exports = (await import(`${pathToFileURL(file).href}?v=${statSync(file).mtimeMs}`)) as Record<string, unknown>;
      return { code: reduceContract(exports), moduleSideEffects: false };
    },
  };
}

/** Fails the build of the browser's files when zod got into one, and says through which modules. */
export function noZod(): Plugin {
  return {
    name: 'parvis:no-zod',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const zod = chunk.moduleIds.find((id) => /\/node_modules\/zod\//.test(id));
        if (!zod) continue;
        const by = chunk.moduleIds.filter(
          (id) =>
            !id.includes('/node_modules/') && (this.getModuleInfo(id)?.importedIds ?? []).some((one) => one.includes('/node_modules/zod/')),
        );
        this.error(
          `zod is in ${chunk.fileName}, imported by ${by.join(', ') || zod}. Import types from there, or move the constant to a contract or a rule.`,
        );
      }
    },
  };
}
