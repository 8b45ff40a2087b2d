import { build } from './build.ts';
import { compiled } from './compiled.ts';
import { openDatabase } from './database.ts';
import { readAddress } from './demo/address.queries.ts';

// npm run municipality -- create|list|suspend|resume|link: towns of the database of DATABASE_URL, or of the embedded one, which may be
// in use by `npm start` at the same time.
await build();
await import('reflect-metadata');
const { municipalityCommand } = await compiled<typeof import('../apps/api/src/core/installation/index.ts')>('core/installation/index.js');
const { Database, makeDataSource, migrate } =
  await compiled<typeof import('../apps/api/src/platform/database/index.ts')>('platform/database/index.js');

const { url, close } = await openDatabase();
const source = await makeDataSource({ url, poolSize: 2, applicationName: 'parvis-municipality' }).initialize();
try {
  await migrate(source, url);
  const db = new Database(source);
  // Without a word about the address, that of the towns which are there: a server on another port than the usual one wrote it.
  const usual = `http://${process.env['HOST'] || '127.0.0.1'}:${process.env['PORT'] || 3000}`;
  const served = process.env['PORT'] ? null : await readAddress(db);
  process.exitCode = await municipalityCommand(process.argv.slice(2), {
    db,
    publicUrl: new URL(process.env['PUBLIC_URL'] || served || usual).origin,
    write: (text) => {
      process.stdout.write(text);
    },
  });
} finally {
  await source.destroy();
  await close();
}
