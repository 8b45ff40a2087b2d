import pg from 'pg';

/** A statement as it went to PostgreSQL. */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string | null;
}

const transactional = /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SET|RESET)\b/i;

/** Every statement that this process sends while `work` runs, in order, whatever room sends it; the frames of transactions are left out. */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly statements: readonly SentStatement[]; readonly result: T }> {
  const statements: SentStatement[] = [];
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]): unknown {
    const [first, second] = args;
    const query =
      typeof first === 'string'
        ? { text: first, values: Array.isArray(second) ? second : [] }
        : (first as { text?: string; values?: unknown[]; name?: string });
    if (query.text && !transactional.test(query.text))
      statements.push({ text: query.text, values: query.values ?? [], name: 'name' in query ? (query.name ?? null) : null });
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  try {
    return { result: await work(), statements };
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Tables that the plan of a statement reads from end to end: with its values, or `generic`, as for a statement prepared for whatever values may come. */
export async function wholeReadsOf(client: pg.Client, { text, values }: SentStatement, generic = false): Promise<string[]> {
  const { rows } = await (generic
    ? client.query(`EXPLAIN (FORMAT JSON, GENERIC_PLAN) ${text}`)
    : client.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values]));
  const walk = (node: PlanNode): string[] => [
    ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []),
    ...(node.Plans ?? []).flatMap(walk),
  ];
  return (rows as { 'QUERY PLAN': [{ Plan: PlanNode }] }[]).flatMap((row) => walk(row['QUERY PLAN'][0].Plan));
}
