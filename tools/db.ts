import { createInterface } from 'node:readline/promises';
import pg from 'pg';
import { openDatabase } from './database.ts';

// A small SQL prompt on the database of DATABASE_URL, or the embedded one. One statement a line, typed or piped; \q ends.
const { url, close } = await openDatabase();
const client = new pg.Client({ connectionString: url });
await client.connect();
const prompt = createInterface({ input: process.stdin, output: process.stdout, prompt: 'parvis> ' });
let isEnded = false;
prompt.once('close', () => {
  isEnded = true;
}); // piped statements end before they are answered
prompt.prompt();
for await (const line of prompt) {
  if (line.trim() === '\\q') break;
  if (line.trim() !== '') {
    try {
      const { rows, rowCount, command } = await client.query<Record<string, unknown>>(line);
      if (rows.length > 0) console.table(rows.slice(0, 200));
      process.stdout.write(`${command} ${rowCount ?? ''}\n`);
    } catch (error) {
      process.stdout.write(`${(error as Error).message}\n`);
    }
  }
  if (!isEnded) prompt.prompt();
}
await client.end();
await close();
