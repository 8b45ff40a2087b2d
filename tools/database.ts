import { dataFolder } from './data-folder.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';

/** A database to work on. `keepUp` starts an embedded one again when it dies, `close` leaves it. */
interface OpenDatabase {
  readonly url: string;
  keepUp(): void;
  close(): Promise<void>;
}

/** The database of DATABASE_URL, or the embedded one, which `npm start` may be using at the same time. */
export async function openDatabase(): Promise<OpenDatabase> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, keepUp: () => undefined, close: () => Promise.resolve() };
  const embedded = await startPostgres(dataFolder);
  return { url: await ensureDatabase(embedded, 'parvis'), keepUp: () => embedded.keepUp(), close: () => embedded.stop() };
}
