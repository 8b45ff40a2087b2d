import { Inject, Injectable } from '@nestjs/common';
import { kindOf } from '@parvis/shared/activities/registry.ts';
import type { addActivity, saveActivity } from '@parvis/shared/contracts/consultation-activities.ts';
import { reservedActivitySlugs } from '@parvis/shared/contracts/consultations.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { slugOf } from '../../platform/text/index.ts';
import { ActivityNotFound } from '../contributions/index.ts';
import {
  deleteUnusedActivity,
  insertActivity,
  readActivitiesOf,
  readFormerSlugs,
  replaceFormerSlug,
  updateActivity,
  updateOrder,
} from './activities.queries.ts';
import { defaultSettings, readSettings } from './activity-settings.ts';
import { ConsultationChanges, type Editing } from './consultation-changes.ts';
import { ActivityInUse } from './consultations.errors.ts';

/** The ways of taking part in a consultation, and their settings. */
@Injectable()
export class ConsultationActivities {
  constructor(@Inject(ConsultationChanges) private readonly changes: ConsultationChanges) {}

  async add(editing: Editing, { kind: name, title, reason }: ParsedRequestOf<typeof addActivity>): Promise<void> {
    const kind = kindOf(name);
    if (!kind) throw new InvalidInput([{ pointer: '#/kind', code: 'not-one-of' }]);
    await this.changes.change({ ...editing, reason }, async (tx) => {
      const others = await readActivitiesOf(tx, editing.town.id, editing.consultationId);
      const former = await readFormerSlugs(tx, editing.town.id, editing.consultationId);
      if (others.length >= 20) throw new InvalidInput([{ pointer: '#/kind', code: 'too-many', values: { limit: 20 } }]);
      await insertActivity(tx, {
        municipalityId: editing.town.id,
        consultationId: editing.consultationId,
        id: newId(),
        kind: name,
        title,
        intro: '',
        slug: freeSlug(
          slugOf(title, { fallback: 'demarche' }),
          [...others, ...former].map((one) => one.slug),
        ),
        settings: defaultSettings(kind),
      });
    });
  }

  /** @throws InvalidInput naming wrong settings below `#/settings`, ActivityNotFound */
  async save(editing: Editing, activityId: string, body: ParsedRequestOf<typeof saveActivity>): Promise<void> {
    await this.changes.change({ ...editing, reason: body.reason, readAt: body.updatedAt }, async (tx, locked) => {
      const all = await readActivitiesOf(tx, editing.town.id, editing.consultationId);
      const activity = all.find((one) => one.id === activityId);
      const kind = activity && kindOf(activity.kind);
      if (!kind) throw new ActivityNotFound();
      const former = await readFormerSlugs(tx, editing.town.id, editing.consultationId);
      const takenByOthers = [...all.filter((one) => one.id !== activityId), ...former.filter((one) => one.activity_id !== activityId)];
      if (isReserved(body.slug) || takenByOthers.some((one) => one.slug === body.slug))
        throw new InvalidInput([{ pointer: '#/slug', code: 'already-taken' }]);
      if (body.slug !== activity.slug && locked.state !== 'draft')
        await replaceFormerSlug(
          tx,
          { municipalityId: editing.town.id, consultationId: editing.consultationId, id: activityId },
          { from: activity.slug, to: body.slug },
        );
      await updateActivity(tx, {
        municipalityId: editing.town.id,
        id: activityId,
        title: body.title,
        slug: body.slug,
        intro: body.intro,
        settings: readSettings(kind, body.settings),
      });
    });
  }

  async order(editing: Editing, activityIds: readonly string[]): Promise<void> {
    await this.changes.change(editing, async (tx) => {
      const known = new Set((await readActivitiesOf(tx, editing.town.id, editing.consultationId)).map((one) => one.id));
      const strangers = activityIds.flatMap((id, at) => (known.has(id) ? [] : [{ pointer: `#/activityIds/${at}`, code: 'not-found' }]));
      if (strangers.length > 0) throw new InvalidInput(strangers);
      await updateOrder(tx, editing.town.id, editing.consultationId, activityIds);
    });
  }

  /** @throws ActivityInUse when somebody has taken part in it or an answer is about it */
  async remove(editing: Editing, activityId: string): Promise<void> {
    await this.changes.change(editing, async (tx) => {
      if (!(await readActivitiesOf(tx, editing.town.id, editing.consultationId)).some((one) => one.id === activityId))
        throw new ActivityNotFound();
      if (!(await deleteUnusedActivity(tx, editing.town.id, activityId))) throw new ActivityInUse();
    });
  }
}

function isReserved(slug: string): boolean {
  return (reservedActivitySlugs as readonly string[]).includes(slug);
}

/** The slug itself, or the first of its numbered forms that is free. */
function freeSlug(wanted: string, taken: readonly string[]): string {
  const isFree = (slug: string): boolean => !taken.includes(slug) && !isReserved(slug);
  if (isFree(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (isFree(`${wanted}-${n}`)) return `${wanted}-${n}`;
}
