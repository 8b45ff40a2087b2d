import { build } from './build.ts';
import { compiled } from './compiled.ts';
import { openDatabase } from './database.ts';

// npm run import -- --help: files of other platforms, into the database of DATABASE_URL or the embedded one, which may be in use by
// `npm start` at the same time.
await build();
const { ImportRunner, importCommand } = await compiled<typeof import('../apps/api/src/core/imports/index.ts')>('core/imports/index.js');
const { Database, makeDataSource, migrate } =
  await compiled<typeof import('../apps/api/src/platform/database/index.ts')>('platform/database/index.js');
const { readConfig } = await compiled<typeof import('../apps/api/src/platform/config/index.ts')>('platform/config/index.js');
const { makeApplication } = await compiled<typeof import('../apps/api/src/server.ts')>('server.js');

const { url, close } = await openDatabase();
const source = await makeDataSource({ url, poolSize: 2, applicationName: 'parvis-import' }).initialize();
await migrate(source, url);
await source.destroy();
const app = await makeApplication(readConfig({ LOG: 'warn', ...process.env, DATABASE_URL: url }));
try {
  process.exitCode = await importCommand(process.argv.slice(2), {
    db: app.get(Database),
    runner: app.get(ImportRunner),
    write: (text) => {
      process.stdout.write(text);
    },
  });
} finally {
  await app.close();
  await close();
}
