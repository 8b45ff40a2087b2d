import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.ts';
import { makeDataSource } from './data-source.ts';
import { Database, InsiderDatabase, PublicDatabase } from './database.ts';

/** Whether the role that sees views only exists and this user may take it. */
async function mayReadAs(source: DataSource, role: string): Promise<boolean> {
  const [row] = await source.query<{ ok: boolean }[]>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1 AND pg_has_role(current_user, oid, 'SET')) AS ok`,
    [role],
  );
  return row?.ok ?? false;
}

/** Gives `Database` and `PublicDatabase` to every room. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...makeDataSource({ url: config.databaseUrl, applicationName: 'parvis' }).options,
        autoLoadEntities: true,
      }),
    }),
  ],
  providers: [
    { provide: Database, inject: [getDataSourceToken()], useFactory: (source: DataSource) => new Database(source) },
    {
      provide: PublicDatabase,
      inject: [CONFIG, getDataSourceToken()],
      useFactory: async (config: Config, source: DataSource) => {
        const role = (await mayReadAs(source, readerRole)) ? readerRole : undefined;
        const reader = makeDataSource({ url: config.databaseUrl, role, applicationName: 'parvis-public' });
        return new PublicDatabase(await reader.initialize());
      },
    },
    {
      provide: InsiderDatabase,
      inject: [CONFIG],
      useFactory: async (config: Config) =>
        new InsiderDatabase(
          await makeDataSource({
            url: config.databaseUrl,
            searchPath: 'insider,public',
            poolSize: 5,
            applicationName: 'parvis-insider',
          }).initialize(),
        ),
    },
  ],
  exports: [Database, PublicDatabase, InsiderDatabase],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(PublicDatabase) private readonly reader: PublicDatabase,
    @Inject(InsiderDatabase) private readonly insider: InsiderDatabase,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.reader.source.destroy(), this.insider.source.destroy()]);
  }
}

/** The role of public reads; migrations grant it the views. */
const readerRole = 'parvis_reader';
