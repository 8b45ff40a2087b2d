import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

// The reference: node:http and pg, nothing else. POST /insert makes one row; GET /list runs the very statement of the proposal list.
const root = join(import.meta.dirname, '..', '..');
const { makeDataSource, PublicDatabase } = (await import(
  pathToFileURL(join(root, 'dist/server/apps/api/src/platform/database/index.js')).href
)) as typeof import('../../apps/api/src/platform/database/index.ts');
const { readPage } = (await import(
  pathToFileURL(join(root, 'dist/server/apps/api/src/activities/proposals/proposal-list.queries.js')).href
)) as typeof import('../../apps/api/src/activities/proposals/proposal-list.queries.ts');
const url = process.env['DATABASE_URL']!;
const pool = new pg.Pool({ connectionString: url, max: 20 });
await pool.query(
  'CREATE TABLE IF NOT EXISTS bare_supports (municipality_id uuid, contribution_id uuid, participant_id uuid, level smallint, salt bytea, created_at timestamptz DEFAULT statement_timestamp(), PRIMARY KEY (municipality_id, contribution_id, participant_id))',
);
const reader = new PublicDatabase(await makeDataSource({ url, role: 'parvis_reader', applicationName: 'bare' }).initialize());
const scope = { municipalityId: process.env['BENCH_TOWN']!, activityId: process.env['BENCH_ACTIVITY']! };
const filter = { search: null, categoryId: 'b', areaId: null, status: null, isAnswered: null };

const server = createServer((request, response) => {
  const end = (body: string): void => {
    response.setHeader('content-type', 'application/json');
    response.end(body);
  };
  const fail = (error: unknown): void => {
    response.statusCode = 500;
    end(String(error));
  };
  if (request.method === 'POST') {
    pool
      .query({
        name: 'insert',
        text: 'INSERT INTO bare_supports (municipality_id, contribution_id, participant_id, level, salt) VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO NOTHING',
        values: [scope.municipalityId, randomUUID(), randomUUID(), randomBytes(32)],
      })
      .then(() => end('{"count":1}'), fail);
  } else {
    readPage(reader, scope, filter, { sort: 'supported', seed: 1, ranges: 1 }, null, 21).then((rows) => end(JSON.stringify(rows)), fail);
  }
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
