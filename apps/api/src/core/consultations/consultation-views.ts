import type { ConsultationCard, ConsultationPage, DocumentView, PhaseView } from '@parvis/shared/contracts/consultations.ts';
import type { PeopleByLevel } from '@parvis/shared/contracts/contributions.ts';
import { earlier, isBefore } from '@parvis/shared/rules/calendar/openings.ts';
import { whenOf } from '@parvis/shared/rules/calendar/phases.ts';
import type { ConsultationVisibility } from '@parvis/shared/rules/words.ts';
import type { Town } from '../../platform/http/index.ts';
import { fileUrl } from '../files/index.ts';
import type { CardRow } from './consultation-cards.queries.ts';
import type { PageRow } from './consultation-page.queries.ts';

/** What addresses of files begin with. */
type TownBase = Pick<Town, 'base'>;

/** Figures of activities by their ids. */
export type CountsById = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** `visibility` is the caller's word, who knows whether the row came from the public views. */
export function cardOf(town: TownBase, row: CardRow, visibility: ConsultationVisibility): ConsultationCard {
  const { id, slug, title, question, summary, state, stage, cover, people } = row;
  return {
    id,
    slug,
    title,
    question,
    summary,
    state,
    visibility,
    stage,
    people,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    publishedAt: row.published_at,
    cover: cover && {
      url: fileUrl(town, { id: cover.id, file_name: cover.name }),
      alt: row.cover_alt,
      width: cover.width,
      height: cover.height,
    },
  };
}

/** The page as a reader sees it; `rest` is what only the policy and the registry know. */
export function pageOf(
  town: TownBase,
  row: PageRow,
  counts: CountsById,
  rest: { readonly visibility: ConsultationVisibility; readonly isPreview: boolean; readonly allowed: string[] },
): ConsultationPage {
  const levels = row.activities.flatMap((one) => one.openings.map((opening) => opening.min_level));
  return {
    ...cardOf(town, row, rest.visibility),
    bodyHtml: row.body_html,
    contact: row.contact,
    whatThen: row.what_then,
    responseDelayDays: row.response_delay_days,
    areas: [...row.areas],
    territory: row.territory,
    version: row.version,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    archivedAt: row.archived_at,
    phases: row.phases.flatMap((phase) => phaseOf(phase, row)),
    activities: row.activities.map(({ openings, former_slugs, ...activity }) => ({
      ...activity,
      formerSlugs: [...former_slugs],
      openings: openings.map((one) => ({
        action: one.action,
        phaseId: one.phase_id,
        opensAt: one.opens_at,
        closesAt: one.closes_at,
        minLevel: one.min_level,
        isOpen: one.is_open,
      })),
      counts: { ...counts.get(activity.id) },
    })),
    documents: documentsOf(town, row.documents),
    participants: peopleOf(row.by_level),
    minLevel: levels.length > 0 ? levels.reduce((least, one) => (one < least ? one : least)) : null,
    isPreview: rest.isPreview,
    allowed: rest.allowed,
  };
}

/** A phase as it is or was: a close before time ends those in which people take part, and the later ones never come. */
function phaseOf(
  { id, kind, title, description, starts_at: startsAt, ends_at: endsAt }: PageRow['phases'][number],
  { now, closed_at: closedAt }: PageRow,
): PhaseView[] {
  const isForActs = kind === 'contributions' || kind === 'discussion' || kind === 'vote';
  if (!isForActs || closedAt === null) return [{ id, kind, title, description, startsAt, endsAt, when: whenOf({ startsAt, endsAt }, now) }];
  const ended = earlier(endsAt, closedAt);
  return isBefore(startsAt, closedAt)
    ? [{ id, kind, title, description, startsAt, endsAt: ended, when: whenOf({ startsAt, endsAt: ended }, now) }]
    : [];
}

/** People by level from the array of the database (index 1 to 6). */
function peopleOf(byLevel: readonly number[] | null): PeopleByLevel {
  const [imported = 0, email = 0, post = 0, register = 0, identityProvider = 0, paper = 0] = byLevel ?? [];
  return { imported, email, post, register, identityProvider, paper };
}

/** Addresses are below the town's base and work for readers who may see the files. */
export function documentsOf(town: TownBase, rows: PageRow['documents']): DocumentView[] {
  return rows.map((one) => ({
    fileId: one.file_id,
    title: one.title,
    url: fileUrl(town, { id: one.file_id, file_name: one.name }),
    mediaType: one.media_type,
    bytes: one.bytes,
    pages: one.pages,
  }));
}
