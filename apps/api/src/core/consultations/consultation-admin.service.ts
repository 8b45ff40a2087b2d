import { Inject, Injectable } from '@nestjs/common';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { kindOf } from '@parvis/shared/activities/registry.ts';
import {
  checklistCodes,
  type AdminActivity,
  type AdminConsultation,
  type AdminConsultationCard,
  type AdminPhase,
} from '@parvis/shared/contracts/consultation-admin.ts';
import { whenOf } from '@parvis/shared/rules/calendar/phases.ts';
import { plannedEndOf, plannedStartOf } from '@parvis/shared/rules/calendar/planning.ts';
import type { ConsultationState } from '@parvis/shared/rules/words.ts';
import { Database, InsiderDatabase } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import { fileUrl } from '../files/index.ts';
import { LegalPagesIncomplete, requireLegalPages } from '../legal/index.ts';
import { readCalendar, type CalendarRows } from './calendar.queries.ts';
import { missingFrom } from './checklist.ts';
import {
  countByState,
  readAdminActivities,
  readAdminCards,
  readAdminRow,
  readChecklistRow,
  type AdminRow,
} from './consultation-admin.queries.ts';
import { cardOf, documentsOf } from './consultation-views.ts';
import { ConsultationNotFound } from './consultations.errors.ts';

/** What administrators read of their consultations. */
@Injectable()
export class ConsultationAdmin {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(InsiderDatabase) private readonly insiderDb: InsiderDatabase,
  ) {}

  async list(
    town: Town,
    { state, cursor, limit }: { state?: ConsultationState | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ items: AdminConsultationCard[]; nextCursor: string | null; counts: Record<ConsultationState, number> }> {
    const [before] = readKeyset(cursor, ['id']) ?? [];
    const [rows, counts] = await Promise.all([
      readAdminCards(this.insiderDb, town.id, state ?? null, (before as string | undefined) ?? null, limit + 1),
      countByState(this.db, town.id),
    ]);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => ({ ...cardOf(town, row, row.visibility), updatedAt: row.updated_at })),
      nextCursor: rows.length > limit ? writeKeyset([shown.at(-1)!.sort]) : null,
      counts,
    };
  }

  /** @throws ConsultationNotFound */
  async read(town: Town, consultationId: string, language: Language): Promise<AdminConsultation> {
    const [row, calendar, words, checklist, legal] = await Promise.all([
      readAdminRow(this.insiderDb, town.id, consultationId),
      readCalendar(this.db, town.id, consultationId),
      readAdminActivities(this.db, town.id, consultationId),
      readChecklistRow(this.db, town.id, consultationId),
      this.missingLegal(town, language),
    ]);
    if (!row || !checklist) throw new ConsultationNotFound();
    const missing = missingFrom(checklist);
    return {
      ...adminOf(town, row),
      activities: words.flatMap((one) => activityOf(one, calendar)),
      phases: calendar.phases.map((phase) => phaseOf(phase, calendar, town, row.now)),
      checklist: checklistCodes.map((code) => ({
        code,
        isDone: code === 'legal' ? legal === '' : !missing.includes(code),
        detail: code === 'legal' ? legal : '',
      })),
    };
  }

  /** What the town's legal pages lack, in words; '' when nothing. */
  private async missingLegal(town: Town, language: Language): Promise<string> {
    try {
      await requireLegalPages(this.db, town.id, language);
      return '';
    } catch (error) {
      if (error instanceof LegalPagesIncomplete) return String(error.values['missing']);
      throw error;
    }
  }
}

function adminOf(town: Town, row: AdminRow): Omit<AdminConsultation, 'activities' | 'phases' | 'checklist'> {
  const { id, slug, state, visibility, stage, title, question, summary, contact, cover, territory, version, roll, areas } = row;
  return {
    id,
    slug,
    state,
    visibility,
    stage,
    title,
    question,
    summary,
    contact,
    territory,
    version,
    roll,
    bodyHtml: row.body_html,
    areas: [...areas],
    cover: cover && {
      fileId: cover.id,
      name: cover.name,
      url: fileUrl(town, { id: cover.id, file_name: cover.name }),
      alt: row.cover_alt,
      width: cover.width,
      height: cover.height,
    },
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    whatThen: row.what_then,
    responseDelayDays: row.response_delay_days,
    areaIds: [...row.area_ids],
    documents: documentsOf(town, row.documents),
    hasPreviewLink: row.has_preview_link,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
    archivedAt: row.archived_at,
  };
}

function activityOf(words: { id: string; slug: string; title: string; intro: string }, { activities }: CalendarRows): AdminActivity[] {
  const found = activities.find((one) => one.id === words.id);
  if (!found) return [];
  const kind = kindOf(found.kind);
  return [
    {
      ...words,
      kind: found.kind,
      settings: found.settings as Record<string, unknown>,
      contributions: found.contributions,
      actions: [...(kind?.actions ?? [])],
      offers: [...(kind?.offers(found.settings) ?? [])],
    },
  ];
}

function phaseOf(phase: CalendarRows['phases'][number], { planned }: CalendarRows, town: Town, now: string): AdminPhase {
  const { id, kind, title, description, starts_at: startsAt, ends_at: endsAt } = phase;
  const start = plannedStartOf(startsAt, town.timeZone);
  const end = endsAt === null ? null : plannedEndOf(endsAt, town.timeZone);
  return {
    id,
    kind,
    title,
    description,
    startsAt,
    endsAt,
    startsOn: start.date,
    startsTime: start.time,
    endsOn: end?.date ?? null,
    endsTime: end?.time ?? null,
    when: whenOf({ startsAt, endsAt }, now),
    opens: planned
      .filter((one) => one.phase_id === id)
      .map((one) => ({ activityId: one.activity_id, action: one.action, minLevel: one.min_level })),
  };
}
