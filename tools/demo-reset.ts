import { rmSync } from 'node:fs';
import { dataFolder, isEmpty } from './data-folder.ts';
import { reachableFolder, startPostgres } from './postgres.ts';

// Throws the embedded database and the uploads of the demo away; the next `npm start` makes them again. With --empty only those of `npm start -- --empty`.
if (process.env['DATABASE_URL']) {
  process.stderr.write('DATABASE_URL is set: this command only resets the embedded database of the demo.\n');
  process.exit(1);
}
const postgres = await startPostgres(dataFolder);
await postgres.stop();
rmSync(reachableFolder(dataFolder), { recursive: true, force: true });
rmSync(dataFolder, { recursive: true, force: true });
process.stdout.write(
  isEmpty ? 'The installation is empty. `npm start -- --empty` greets anew.\n' : 'The demo is empty. `npm start` makes it again.\n',
);
