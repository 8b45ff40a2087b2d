import { Inject, Injectable } from '@nestjs/common';
import type {
  LegalDraft,
  LegalPageView,
  LegalState,
  ModerationRulesView,
  PublishedVersion,
  RulesDraft,
  RulesInput,
} from '@parvis/shared/contracts/legal.ts';
import { fillLegalText, hasBrokenBlank, missingFields, raiseHeadings, type LegalValues } from '@parvis/shared/rules/legal-pages.ts';
import { legalPages, type Language, type LegalPage } from '@parvis/shared/rules/words.ts';
import { Database, PublicDatabase, type Tx } from '../../platform/database/index.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { cleanRichText } from '../../platform/text/index.ts';
import { recordEvent } from '../log/index.ts';
import { draftOf } from './legal-drafts.ts';
import { LegalPageNotFound, ModerationRulesNotFound } from './legal.errors.ts';
import { lockTown, readNewestPages, readPageVersions, readPublicPage, writeLegalPage, type VersionRow } from './legal.queries.ts';
import { editedRules, templateRules, writtenRules } from './rule-drafts.ts';
import { insertRules, readRules, readRuleVersions, readWrittenRules } from './rules.queries.ts';

/** Whose pages are written, and by whom: an administrator, or nobody yet in the wizard of the first start. */
export interface LegalAuthor {
  readonly municipalityId: string;
  /** Of the town, the main one first: every version is written in all of them. */
  readonly languages: readonly Language[];
  readonly accountId: string | null;
  readonly participantId: string | null;
}

/** What is saved of a page; a language that is left out keeps its text. */
export interface LegalChange {
  readonly page: LegalPage;
  readonly values: LegalValues;
  readonly texts: readonly { readonly language: Language; readonly title: string; readonly html: string }[];
}

/** Legal pages and moderation rules. A published version stays readable; publishing makes the next. */
@Injectable()
export class LegalService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
  ) {}

  async readPage(municipalityId: string, page: LegalPage, language: Language, version: number | null): Promise<LegalPageView> {
    const row = await readPublicPage(this.publicDb, municipalityId, page, language, version);
    if (!row) throw new LegalPageNotFound();
    const versions = await readPageVersions(this.publicDb, municipalityId, page);
    const html = raiseHeadings(fillLegalText(row.body_html, inWords(row.fields, row.language)));
    return {
      page,
      language: row.language,
      title: row.title,
      html,
      version: row.version,
      publishedAt: row.published_at,
      versions: versions.map(toVersion),
    };
  }

  /** In the reader's language, each rule that is not written in it in the town's first. */
  async readRules(municipalityId: string, language: Language, first: Language, version: number | null): Promise<ModerationRulesView> {
    const found = await readRules(this.publicDb, municipalityId, language, version);
    if (!found) throw new ModerationRulesNotFound();
    const versions = await readRuleVersions(this.publicDb, municipalityId);
    return {
      ...toVersion(found),
      rules: found.rules.map((rule) => ({ ...rule, language: rule.language ?? first })),
      versions: versions.map(toVersion),
    };
  }

  async readState(municipalityId: string): Promise<LegalState> {
    const [rows, rules] = await Promise.all([readNewestPages(this.db, municipalityId), readRuleVersions(this.publicDb, municipalityId)]);
    return {
      pages: legalPages.map((page) => {
        const row = rows.find((one) => one.page === page);
        return {
          page,
          version: row?.is_complete ? row.version : null,
          publishedAt: row?.is_complete ? row.published_at : null,
          missing: missingFields(page, row?.fields ?? {}),
        };
      }),
      rules: rules[0] ? toVersion(rules[0]) : null,
    };
  }

  async readDraft(municipalityId: string, languages: readonly Language[], page: LegalPage): Promise<LegalDraft> {
    return draftOf(page, languages, await readNewestPages(this.db, municipalityId, page));
  }

  /** @throws InvalidInput when a required blank of a page that is public already is emptied, or a text holds braces that are no blank of its page */
  async savePage(author: LegalAuthor, change: LegalChange): Promise<LegalDraft> {
    const texts = change.texts.map((one) => ({ ...one, html: cleanRichText(one.html).html }));
    const broken = texts.flatMap(({ title, html }, at) => [
      ...(/\{\{|\}\}/.test(title) ? [`#/texts/${at}/title`] : []),
      ...(hasBrokenBlank(change.page, html) ? [`#/texts/${at}/html`] : []),
    ]);
    if (broken.length > 0) throw new InvalidInput(broken.map((pointer) => ({ pointer, code: 'broken-blank' })));
    await this.db.transaction((tx) => this.writeVersion(tx, author, { ...change, texts }));
    return this.readDraft(author.municipalityId, author.languages, change.page);
  }

  async readRulesDraft(municipalityId: string, languages: readonly Language[]): Promise<RulesDraft> {
    const found = await readWrittenRules(this.publicDb, municipalityId);
    return {
      version: found?.version ?? null,
      languages: [...languages],
      rules: found ? editedRules(found.rules, languages) : templateRules(languages),
    };
  }

  /** Gives the version; older ones stay. @throws InvalidInput for a language that the town has not */
  async publishRules(author: LegalAuthor, typed: RulesInput): Promise<number> {
    const rules = writtenRules(typed, author.languages);
    return this.db.transaction(async (tx) => {
      await lockTown(tx, author.municipalityId);
      const version = await insertRules(tx, author.municipalityId, author.accountId, rules);
      await recordEvent(tx, {
        municipalityId: author.municipalityId,
        topic: 'moderation-rules.published',
        participantId: author.participantId,
        subject: { version },
        record: { version, rules: rules.map((rule, at) => ({ number: at + 1, ...rule })) },
      });
      return version;
    });
  }

  private async writeVersion(tx: Tx, author: LegalAuthor, { page, values, texts }: LegalChange): Promise<void> {
    const { municipalityId, languages, accountId, participantId } = author;
    await lockTown(tx, municipalityId);
    const rows = await readNewestPages(tx, municipalityId, page);
    const wasPublic = rows.some((row) => row.is_complete);
    const missing = missingFields(page, values);
    if (wasPublic && missing.length > 0) throw new InvalidInput(missing.map((name) => ({ pointer: `#/values/${name}`, code: 'required' })));
    const before = draftOf(page, languages, rows);
    const version = wasPublic ? rows[0]!.version + 1 : (rows[0]?.version ?? 1);
    for (const text of before.texts) {
      const { language, title, html } = texts.find((one) => one.language === text.language) ?? text;
      await writeLegalPage(tx, {
        municipalityId,
        page,
        version,
        language,
        title,
        html,
        values,
        isComplete: missing.length === 0,
        accountId,
      });
      if (missing.length > 0) continue;
      await recordEvent(tx, {
        municipalityId,
        topic: 'legal-page.published',
        participantId,
        subject: { page, language, version },
        record: { page, language, version, title, html, values },
      });
    }
  }
}

function toVersion(row: VersionRow): PublishedVersion {
  return { version: row.version, publishedAt: row.published_at };
}

/** Values as a page says them: the conformity in words, a day written out. */
function inWords(values: LegalValues, language: Language): LegalValues {
  const { conformity, auditedOn } = values;
  return {
    ...values,
    ...(conformity && { conformity: say(language, `legal.conformity.${conformity}`) }),
    ...(auditedOn && { auditedOn: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(auditedOn)) }),
  };
}
