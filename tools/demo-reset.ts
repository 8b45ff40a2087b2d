import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { reachableFolder, startPostgres } from './postgres.ts';

// Throws the embedded database and the uploads of the demo away; the next `npm start` makes them again.
if (process.env['DATABASE_URL']) {
  process.stderr.write('DATABASE_URL is set: this command only resets the embedded database of the demo.\n');
  process.exit(1);
}
const wanted = process.env['PARVIS_DATA'] || join(import.meta.dirname, '..', '.data');
const postgres = await startPostgres(wanted);
await postgres.stop();
rmSync(reachableFolder(wanted), { recursive: true, force: true });
rmSync(wanted, { recursive: true, force: true });
process.stdout.write('The demo is empty. `npm start` makes it again.\n');
