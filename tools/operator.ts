import { build } from './build.ts';
import { compiled } from './compiled.ts';
import { openDatabase } from './database.ts';

// npm run operator -- grant|revoke|list|reset-factor: operators of the installation, in the database of DATABASE_URL, or of the embedded one, which may be
// in use by `npm start` at the same time.
await build();
await import('reflect-metadata');
const { operatorCommand } = await compiled<typeof import('../apps/api/src/core/accounts/index.ts')>('core/accounts/index.js');
const { Database, makeDataSource, migrate } =
  await compiled<typeof import('../apps/api/src/platform/database/index.ts')>('platform/database/index.js');

const { url, close } = await openDatabase();
const source = await makeDataSource({ url, poolSize: 2, applicationName: 'parvis-operator' }).initialize();
try {
  await migrate(source, url);
  process.exitCode = await operatorCommand(process.argv.slice(2), {
    db: new Database(source),
    write: (text) => {
      process.stdout.write(text);
    },
  });
} finally {
  await source.destroy();
  await close();
}
