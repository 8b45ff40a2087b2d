import { dataFolder } from './data-folder.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';

/** The database of DATABASE_URL, or the embedded one, which `npm start` may be using at the same time; `close` leaves it. */
export async function openDatabase(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, close: () => Promise.resolve() };
  const embedded = await startPostgres(dataFolder);
  return { url: await ensureDatabase(embedded, 'parvis'), close: () => embedded.stop() };
}
