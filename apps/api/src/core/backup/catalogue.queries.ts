import type pg from 'pg';

/** A table as a backup writes it; generated columns are left out, for the database makes them anew. */
export interface TableShape {
  /** Quoted, with its schema: `"public"."accounts"`. */
  readonly name: string;
  /** Quoted. */
  readonly columns: readonly string[];
}

/** The tables of the application, and the queue's, so that a mail that waits is still sent after a restore. */
export async function readTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
      ARRAY(SELECT quote_ident(a.attname) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND (n.nspname = 'public' OR (n.nspname = 'graphile_worker' AND c.relname IN ('_private_jobs', '_private_tasks', '_private_job_queues', '_private_known_crontabs')))
    ORDER BY 1`);
  return rows;
}

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly is_called: boolean;
}

/** Every sequence with its place: COPY does not bring them. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const {
      rows: [state],
    } = await client.query<{ value: string; is_called: boolean }>(`SELECT last_value::text AS value, is_called FROM ${name}`);
    states.push({ name, ...state! });
  }
  return states;
}

/** Numbers go on where the backup stopped; `is_called` false makes `value` itself the next one. */
export async function setSequences(client: pg.ClientBase, states: readonly SequenceState[]): Promise<void> {
  for (const { name, value, is_called } of states)
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, value, is_called]);
}

/** In the order in which they ran. */
export async function readMigrationNames(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return rows.map((row) => row.name);
}

/** Whether the database holds any table at all: a restore never writes over something. */
export async function isEmptyDatabase(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(`
    SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg_temp%'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1`);
  return rowCount === 0;
}

/** Takes foreign keys and triggers away until the rows are there, in whatever order; gives what puts them back, checked anew. */
export async function loosen(client: pg.ClientBase, tables: readonly TableShape[]): Promise<() => Promise<void>> {
  const names = tables.map((table) => table.name);
  const { rows: keys } = await client.query<{ owner: string; name: string; definition: string }>(
    `
    SELECT format('%I.%I', n.nspname, c.relname) AS owner, quote_ident(k.conname) AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE k.contype = 'f' AND k.conparentid = 0 AND format('%I.%I', n.nspname, c.relname) = ANY ($1)`,
    [names],
  );
  for (const { owner, name } of keys) await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${names.join(', ')}`);
  return async () => {
    for (const { owner, name, definition } of keys) await client.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`);
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  };
}

/** Jobs that a worker had in hand are free again. */
export async function unlockJobs(client: pg.ClientBase): Promise<void> {
  await client.query('UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_by IS NOT NULL');
  await client.query('UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL WHERE locked_by IS NOT NULL');
}

/**
 * The outbox is read in commit order, by transaction ids of the cluster that wrote it; in another cluster they may lie in the future,
 * and its readers would wait for them. All rows are committed, so they get the ids 3, 4 …: one for each stretch between two readers'
 * places, and each reader keeps exactly what it had left to read.
 */
export async function renumberOutbox(client: pg.ClientBase): Promise<void> {
  const { rows: readers } = await client.query<{ consumer: string; xid: string; seq: string }>(
    'SELECT c.consumer, c.xid::text, c.seq::text FROM outbox_cursors c ORDER BY c.xid, c.seq, c.consumer',
  );
  await client.query(`
    UPDATE outbox o SET xid = (3 + (SELECT count(*) FROM outbox_cursors c WHERE (c.xid, c.seq) < (o.xid, o.seq)))::text::xid8`);
  for (const [at, { consumer }] of readers.entries()) {
    const same = readers.findIndex((one) => one.xid === readers[at]!.xid && one.seq === readers[at]!.seq);
    await client.query(
      'UPDATE outbox_cursors SET xid = $2::text::xid8, seq = (SELECT coalesce(max(seq), 0) FROM outbox) WHERE consumer = $1',
      [consumer, String(3 + same)],
    );
  }
}
