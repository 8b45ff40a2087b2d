export { Batches } from './batches.ts';
export type { Sql, SqlValue, Tx } from './sql.ts';
export { Database, InsiderDatabase, PublicDatabase, constraintOf, isConnectionLoss } from './database.ts';
export { DatabaseModule } from './database.module.ts';
export { makeDataSource } from './data-source.ts';
export { migrate, migrateQueue } from './migrate.ts';
export { countStatements, traceSql } from './trace.ts';
