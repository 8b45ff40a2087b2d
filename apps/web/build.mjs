// Builds the site: for the browser and for the server, once per language, into dist/web; then packs the browser's files with
// brotli and gzip beside them. `node apps/web/build.mjs` (about 3 s); `--watch` builds again whenever a source changes.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { configOf, outDirOf } from './vite.config.ts';

const languages = ['fr', 'en'];
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

async function pack(folder) {
  const files = (await readdir(folder)).filter((file) => /\.(js|css|svg|json)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      await Promise.all([
        brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }).then((packed) => writeFile(join(folder, `${file}.br`), packed)),
        zip(bytes, { level: 9 }).then((packed) => writeFile(join(folder, `${file}.gz`), packed)),
      ]);
    }),
  );
}

async function buildAll() {
  const started = performance.now();
  await Promise.all(
    languages.map((language) => build(configOf('client', language)).then(() => pack(join(outDirOf('client', language), 'assets')))),
  );
  await Promise.all(languages.map((language) => build(configOf('server', language))));
  await writeFile(
    fileURLToPath(new URL('../../dist/web/built.json', import.meta.url)),
    `${JSON.stringify({ at: new Date().toISOString(), languages })}\n`,
  );
  process.stdout.write(`Site built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

await buildAll();

if (process.argv.includes('--watch')) {
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => buildAll().catch((error) => process.stderr.write(`${error.message}\n`)), 150);
  };
  for (const folder of ['src', '../../packages/shared/src'])
    watch(fileURLToPath(new URL(folder, import.meta.url)), { recursive: true }, again);
}
