import { join, resolve } from 'node:path';
import { compiled } from './compiled.ts';
import { openInstallation } from './installation.ts';

// npm run restore -- FILE.tar.gz    into the empty database of DATABASE_URL, or the embedded one after `npm run demo:reset`
const [file] = process.argv.slice(2);
if (!file || file === '--help') {
  process.stdout.write(
    'npm run restore -- FILE.tar.gz\nThe database of DATABASE_URL must be empty. Files and keys go below PARVIS_DATA. Whoever was erased since is erased again.\n',
  );
  process.exit(file ? 0 : 2);
}
const installation = await openInstallation();
const { RestoreRefused, restore } = await compiled<typeof import('../apps/api/src/core/backup/index.ts')>('core/backup/index.js');
try {
  const { tables, rows, erasedAgain, createdAt } = await restore(installation, resolve(file), [
    join(installation.dataFolder, 'erasures.jsonl'),
  ]);
  process.stdout.write(
    `Restored as of ${createdAt}: ${rows} rows of ${tables} tables. ${erasedAgain} people or texts that were erased since are erased again.\n`,
  );
} catch (error) {
  if (!(error instanceof RestoreRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await installation.close();
}
