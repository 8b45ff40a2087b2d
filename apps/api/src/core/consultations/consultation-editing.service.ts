import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { createConsultation, duplicateConsultation, savePresentation } from '@parvis/shared/contracts/consultation-admin.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';
import { kinds } from '@parvis/shared/activities/registry.ts';
import {
  addDays,
  daysBetween,
  endInstantOf,
  plannedEndOf,
  plannedStartOf,
  startInstantOf,
  type PlannedTime,
} from '@parvis/shared/rules/calendar/planning.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import { InvalidInput, type Actor, type Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import { cleanRichText, slugOf } from '../../platform/text/index.ts';
import { assertOwnFiles, publishFiles, unpublishFiles } from '../files/index.ts';
import { readActivitiesOf, insertActivity } from './activities.queries.ts';
import { defaultSettings } from './activity-settings.ts';
import { readCalendar, replacePhases, type NewPhase } from './calendar.queries.ts';
import { ConsultationChanges, type Editing } from './consultation-changes.ts';
import { readSource } from './consultation-admin.queries.ts';
import {
  changeSlug,
  deleteDraft,
  insertConsultation,
  lockConsultation,
  readFilesOfConsultation,
  readFreeSlug,
  replaceAreas,
  replaceDocuments,
  updatePresentation,
  updatePreviewToken,
  type LockedConsultation,
} from './consultation-editing.queries.ts';
import { ConsultationNotFound, NotADraft, VisibilityFixed } from './consultations.errors.ts';
import { proposedCalendar } from './proposed-calendar.ts';

type Presentation = ParsedRequestOf<typeof savePresentation>;

/** Drafts and the texts of consultations. */
@Injectable()
export class ConsultationEditing {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(ConsultationChanges) private readonly changes: ConsultationChanges,
  ) {}

  /** A draft with a proposed calendar and one call for proposals. */
  async create(town: Town, language: Language, { title, question }: ParsedRequestOf<typeof createConsultation>): Promise<{ id: string }> {
    const id = newId();
    await this.db.transaction(async (tx) => {
      await this.insertDraft(tx, town, { id, title, question });
      const first = kinds[0]!;
      const activityId = newId();
      const name = say(language, `consultations.kinds.${first.name}`);
      await insertActivity(tx, {
        municipalityId: town.id,
        consultationId: id,
        id: activityId,
        kind: first.name,
        slug: slugOf(name),
        title: name,
        intro: '',
        settings: defaultSettings(first),
      });
      await replacePhases(
        tx,
        town.id,
        id,
        proposedCalendar({
          activityId,
          actions: first.offers(defaultSettings(first)),
          zone: town.timeZone,
          language,
          now: new Date().toISOString(),
        }),
      );
    });
    return { id };
  }

  async save(editing: Editing, body: Presentation): Promise<void> {
    await this.changes.change({ ...editing, reason: body.reason, readAt: body.updatedAt }, async (tx, locked) => {
      if (locked.state !== 'draft') requirePublished(body, locked);
      const municipalityId = editing.town.id;
      const held = new Set(await readFilesOfConsultation(tx, municipalityId, locked.id));
      await this.takeFiles(tx, editing.actor, held, body);
      const { html, text } = cleanRichText(body.bodyHtml);
      await updatePresentation(tx, municipalityId, locked.id, {
        ...body,
        bodyHtml: html,
        bodyText: text,
        coverFileId: body.cover?.fileId ?? null,
        coverAlt: body.cover?.alt ?? '',
        territory: body.areaIds.length > 0 ? null : body.territory,
      });
      await replaceAreas(tx, municipalityId, locked.id, body.areaIds);
      await replaceDocuments(tx, municipalityId, locked.id, body.documents);
      if (locked.state !== 'draft' || locked.has_preview_link)
        await publishFiles(tx, municipalityId, await readFilesOfConsultation(tx, municipalityId, locked.id));
      if (body.slug !== locked.slug && !(await changeSlug(tx, municipalityId, locked.id, body.slug, locked.state !== 'draft')))
        throw new InvalidInput([{ pointer: '#/slug', code: 'already-taken' }]);
    });
  }

  /** @throws NotADraft when it was published once */
  async remove(town: Town, consultationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.lockDraft(tx, town, consultationId);
      await deleteDraft(tx, town.id, consultationId);
    });
  }

  /** A draft with the texts, activities and calendar of another, its dates moved so that the first phase starts on `startsOn`. */
  async duplicate(
    town: Town,
    consultationId: string,
    { title, startsOn }: ParsedRequestOf<typeof duplicateConsultation>,
  ): Promise<{ id: string }> {
    const id = newId();
    await this.db.transaction(async (tx) => {
      const source = await readSource(tx, town.id, consultationId);
      if (!source) throw new ConsultationNotFound();
      const calendar = await readCalendar(tx, town.id, consultationId);
      const first = calendar.phases[0];
      const days = first ? daysBetween(plannedStartOf(first.starts_at, town.timeZone).date, startsOn) : 0;
      await this.insertDraft(tx, town, { id, title, question: source.question });
      await updatePresentation(tx, town.id, id, {
        ...source,
        title,
        coverFileId: null,
        coverAlt: '',
        decidedOn: source.decidedOn && addDays(source.decidedOn, days),
      });
      await replaceAreas(tx, town.id, id, source.areaIds);
      const newIds = new Map<string, string>();
      for (const activity of await readActivitiesOf(tx, town.id, consultationId)) {
        newIds.set(activity.id, newId());
        await insertActivity(tx, {
          ...activity,
          id: newIds.get(activity.id)!,
          municipalityId: town.id,
          consultationId: id,
          settings: activity.settings,
        });
      }
      const moved = (time: PlannedTime): PlannedTime => ({ ...time, date: addDays(time.date, days) });
      await replacePhases(
        tx,
        town.id,
        id,
        calendar.phases.map((phase): NewPhase => ({
          ...phase,
          id: newId(),
          startsAt: startInstantOf(moved(plannedStartOf(phase.starts_at, town.timeZone)), town.timeZone)!,
          endsAt: phase.ends_at && endInstantOf(moved(plannedEndOf(phase.ends_at, town.timeZone)), town.timeZone),
          opens: calendar.planned
            .filter((one) => one.phase_id === phase.id)
            .map((one) => ({ activityId: newIds.get(one.activity_id)!, action: one.action, minLevel: one.min_level })),
        })),
      );
    });
    return { id };
  }

  /**
   * A new secret link to a draft; only its hash is kept. The draft's files open with it to whoever knows their address, which stands
   * nowhere but in the preview. @throws NotADraft
   */
  async makePreviewLink(town: Town, language: Language, facts: { id: string; slug: string }): Promise<{ path: string; url: string }> {
    const token = randomBytes(24).toString('base64url');
    await this.db.transaction(async (tx) => {
      await this.lockDraft(tx, town, facts.id);
      await updatePreviewToken(tx, town.id, facts.id, createHash('sha256').update(token).digest());
      await publishFiles(tx, town.id, await readFilesOfConsultation(tx, town.id, facts.id));
    });
    const path = `/consultations/${facts.slug}?apercu=${token}`;
    return { path, url: `${town.origin}${town.base}/${language}${path}` };
  }

  /** Ends the link, and takes a draft's files back with it. */
  async endPreviewLink(town: Town, consultationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const locked = await lockConsultation(tx, town.id, consultationId);
      if (locked?.state !== 'draft') return; // the publication ended the link
      await updatePreviewToken(tx, town.id, consultationId, null);
      await unpublishFiles(tx, town.id, await readFilesOfConsultation(tx, town.id, consultationId));
    });
  }

  private async insertDraft(tx: Tx, town: Town, { id, title, question }: { id: string; title: string; question: string }): Promise<void> {
    const wanted = slugOf(title, { fallback: 'consultation' });
    const slug = await readFreeSlug(tx, town.id, [
      wanted,
      ...Array.from({ length: 8 }, (_, at) => `${wanted}-${at + 2}`),
      `${wanted}-${id.slice(-6)}`,
    ]);
    await insertConsultation(tx, { municipalityId: town.id, id, slug: slug!, title, question });
  }

  private async lockDraft(tx: Tx, town: Town, consultationId: string): Promise<void> {
    const locked = await lockConsultation(tx, town.id, consultationId);
    if (!locked) throw new ConsultationNotFound();
    if (locked.state !== 'draft') throw new NotADraft();
  }

  /** Files that the consultation did not hold yet must be the actor's, and of the right sort. */
  private async takeFiles(tx: Tx, actor: Actor, held: ReadonlySet<string>, { cover, documents }: Presentation): Promise<void> {
    if (cover && !held.has(cover.fileId)) await assertOwnFiles(tx, actor, [cover.fileId], 'cover', '#/cover');
    await assertOwnFiles(
      tx,
      actor,
      documents.map((one) => one.fileId).filter((fileId) => !held.has(fileId)),
      'document',
      '#/documents',
    );
    if (new Set(documents.map((one) => one.fileId)).size < documents.length)
      throw new InvalidInput([{ pointer: '#/documents', code: 'repeated' }]);
  }
}

/** What people rely on since the publication cannot be emptied. */
function requirePublished(body: Presentation, locked: LockedConsultation): void {
  if (body.visibility !== locked.visibility) throw new VisibilityFixed();
  const missing = (['question', 'decidedBy', 'decidedOn', 'whatThen'] as const).filter((field) => !body[field]);
  const pointers = [...missing.map((field) => `#/${field}`), ...(body.cover?.alt === '' ? ['#/cover/alt'] : [])];
  if (pointers.length > 0) throw new InvalidInput(pointers.map((pointer) => ({ pointer, code: 'required' })));
}
