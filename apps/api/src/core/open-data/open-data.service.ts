import { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { dataLicence, type ConsultationData, type DataTableView, type TownData } from '@parvis/shared/contracts/open-data.ts';
import { PublicDatabase } from '../../platform/database/index.ts';
import type { AnyCall, Town } from '../../platform/http/index.ts';
import { LOGGER, type Logger } from '../../platform/log/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import { isPublic } from '../contributions/index.ts';
import type { ConsultationFacts } from '../consultations/index.ts';
import { archiveTexts } from './archive-texts.ts';
import { archiveOf } from './archive.ts';
import { columnsOf, packageOf, schemaOf, wordsOf } from './data-dictionary.ts';
import type { DataTable } from './data-table.ts';
import { csvOf, faultsOf, jsonOf } from './formats.ts';
import { DataTableNotFound } from './open-data.errors.ts';
import { DataTables } from './tables.service.ts';
import { readOpenConsultations } from './town-tables.queries.ts';

/** A call of any route of open data: they differ in their parameters only. */
export type DataCall = Pick<AnyCall, 'town' | 'reply' | 'context'> & { readonly query: { readonly language?: Language | undefined } };

const keptSeconds = 60;
const referredTo: readonly string[] = ['areas', 'moderation-rules'];

/** Catalogues and exports over public views only: nothing can leave that a page would not show. */
@Injectable()
export class OpenDataService {
  constructor(
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(DataTables) private readonly tables: DataTables,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async townCatalogue(call: DataCall): Promise<TownData> {
    const root = `${call.town.base}/api/open-data`;
    call.reply.cacheFor(keptSeconds);
    return {
      licence: dataLicence,
      datapackage: `${root}/datapackage.json`,
      consultations: await readOpenConsultations(this.publicDb, call.town.id),
      tables: this.tables.ofTown(call.town.id).map((table) => viewOf(table, root, languageOf(call))),
    };
  }

  async consultationCatalogue(call: DataCall, facts: ConsultationFacts): Promise<ConsultationData> {
    const root = rootOf(call.town, facts);
    keep(call, facts);
    return {
      licence: dataLicence,
      datapackage: `${root}/datapackage.json`,
      archive: `${root}/archive.tar.gz`,
      consultation: { slug: facts.slug, title: facts.title, isPublic: isPublic(facts) },
      tables: (await this.tables.ofConsultation(call.town.id, facts)).map((table) => viewOf(table, root, languageOf(call))),
    };
  }

  townPackage(call: DataCall): StreamableFile {
    const { town, reply } = call;
    reply.cacheFor(keptSeconds);
    const language = languageOf(call);
    return document(
      call,
      packageOf({
        name: town.slug,
        title: say(language, 'open-data.package', { name: town.name }),
        homepage: `${town.origin}${town.base}/${language}/donnees`,
        tables: this.tables.ofTown(town.id),
        language,
      }),
    );
  }

  async consultationPackage(call: DataCall, facts: ConsultationFacts): Promise<StreamableFile> {
    const { town } = call;
    keep(call, facts);
    const language = languageOf(call);
    const tables = await this.tables.ofConsultation(town.id, facts);
    return document(call, packageOf({ name: facts.slug, title: facts.title, homepage: homeOf(town, facts, language), tables, language }));
  }

  async townFile(call: DataCall, file: string): Promise<StreamableFile> {
    call.reply.cacheFor(keptSeconds);
    return this.fileOf(call, this.tables.ofTown(call.town.id), file, call.town.slug);
  }

  async consultationFile(call: DataCall, facts: ConsultationFacts, file: string): Promise<StreamableFile> {
    keep(call, facts);
    return this.fileOf(call, await this.tables.ofConsultation(call.town.id, facts), file, facts.slug);
  }

  /** With the tables of the town that those of the consultation refer to. */
  async consultationArchive(call: DataCall, facts: ConsultationFacts): Promise<StreamableFile> {
    const { town, reply } = call;
    keep(call, facts);
    const language = languageOf(call);
    const tables = [
      ...(await this.tables.ofConsultation(town.id, facts)),
      ...this.tables.ofTown(town.id).filter((one) => referredTo.includes(one.key)),
    ];
    const madeAt = new Date().toISOString();
    const root = `${facts.slug}-${madeAt.slice(0, 10)}`;
    reply.download(`${root}.tar.gz`);
    return this.stream(
      archiveOf({
        root,
        tables,
        texts: archiveTexts({
          name: facts.slug,
          title: facts.title,
          town: town.name,
          homepage: homeOf(town, facts, language),
          madeAt,
          tables,
          language,
        }),
      }),
    );
  }

  private async fileOf(call: DataCall, tables: readonly DataTable[], file: string, stem: string): Promise<StreamableFile> {
    const at = file.indexOf('.');
    const [key, format] = [file.slice(0, at), file.slice(at + 1)];
    const table = tables.find((one) => one.key === key);
    if (!table) throw new DataTableNotFound();
    if (format === 'schema.json') return document(call, schemaOf(table, languageOf(call)));
    if (format === 'errors.json') return document(call, await faultsOf(table));
    const { reply } = call;
    reply.headers.set('content-type', format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8');
    reply.headers.set(
      'link',
      `<${key}.schema.json>; rel="describedby", <${key}.errors.json>; rel="related"; title="errors", <${dataLicence.path}>; rel="license"`,
    );
    reply.download(`${stem}-${file}`);
    return this.stream(format === 'csv' ? csvOf(table) : jsonOf(table));
  }

  /** A file that breaks off must not look whole: the connection is cut instead of ended. */
  private stream(chunks: AsyncGenerator<string | Buffer>): StreamableFile {
    const file = new StreamableFile(Readable.from(chunks, { objectMode: false }));
    file.setErrorLogger((error) => this.logger.error({ err: error }, 'export broke off'));
    file.setErrorHandler((_error, response) => (response as typeof response & { destroy(): void }).destroy());
    return file;
  }
}

function languageOf({ query, context }: DataCall): Language {
  return query.language ?? context.language;
}

/** Only what everybody may read is kept by shared caches. */
function keep({ reply }: DataCall, facts: ConsultationFacts): void {
  if (isPublic(facts)) reply.cacheFor(keptSeconds);
}

function homeOf(town: Town, facts: ConsultationFacts, language: Language): string {
  return `${town.origin}${town.base}/${language}/consultations/${facts.slug}/donnees`;
}

function rootOf(town: Town, facts: ConsultationFacts): string {
  return `${town.base}/api/open-data/consultations/${facts.slug}`;
}

function viewOf(table: DataTable, root: string, language: Language): DataTableView {
  const file = (ending: string): string => `${root}/tables/${table.key}.${ending}`;
  return {
    key: table.key,
    ...wordsOf(table, language),
    columns: columnsOf(table, language),
    csv: file('csv'),
    json: file('json'),
    schema: file('schema.json'),
    errors: file('errors.json'),
  };
}

function document({ reply }: DataCall, body: object): StreamableFile {
  reply.headers.set('content-type', 'application/json; charset=utf-8');
  return new StreamableFile(Buffer.from(`${JSON.stringify(body, null, 2)}\n`));
}
