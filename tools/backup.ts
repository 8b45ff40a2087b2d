import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compiled } from './compiled.ts';
import { openInstallation } from './installation.ts';

// npm run backup                          to .data/backups/parvis-<moment>.tar.gz
// npm run backup -- FOLDER [--keep 14]    into another folder; of the backups there, only the newest N stay
const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { keep: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  process.stdout.write(
    'npm run backup -- [FOLDER] [--keep N]\nDatabase, files and keys go into one tar file of FOLDER (default: <PARVIS_DATA>/backups).\n',
  );
  process.exit(0);
}
const installation = await openInstallation();
try {
  const folder = resolve(positionals[0] ?? join(installation.dataFolder, 'backups'));
  const file = join(folder, `parvis-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar.gz`);
  const { backup } = await compiled<typeof import('../apps/api/src/core/backup/index.ts')>('core/backup/index.js');
  const { tables } = await backup(installation, file);
  process.stdout.write(
    `${file}: ${tables.reduce((sum, one) => sum + one.rows, 0)} rows of ${tables.length} tables, files and keys, ${(statSync(file).size / 1e6).toFixed(1)} MB.\n`,
  );
  const keep = Number(values.keep ?? Infinity);
  const all = readdirSync(folder)
    .filter((name) => /^parvis-.*Z\.tar\.gz$/.test(name))
    .sort()
    .reverse();
  if (keep >= 1) for (const name of all.slice(keep)) rmSync(join(folder, name));
} finally {
  await installation.close();
}
