import { Controller, Inject } from '@nestjs/common';
import {
  archiveConsultation,
  closeConsultation,
  createConsultation,
  duplicateConsultation,
  endPreviewLink,
  listAdminConsultations,
  makePreviewLink,
  publishConsultation,
  readAdminConsultation,
  removeDraft,
  saveCalendar,
  savePresentation,
  type AdminConsultation,
} from '@parvis/shared/contracts/consultation-admin.ts';
import { addActivity, orderActivities, removeActivity, saveActivity } from '@parvis/shared/contracts/consultation-activities.ts';
import { inviteToConsultation, readRoll, removeFromRoll } from '@parvis/shared/contracts/rolls.ts';
import type { ResponseOf, RouteRecord } from '@parvis/shared/contracts/route.ts';
import { Limit, Policy, Route, type ActorCall } from '../../platform/http/index.ts';
import { CalendarService } from './calendar.service.ts';
import { ConsultationActivities } from './consultation-activities.service.ts';
import { ConsultationAdmin } from './consultation-admin.service.ts';
import type { Editing } from './consultation-changes.ts';
import { ConsultationEditing } from './consultation-editing.service.ts';
import { consultationFacts, type ConsultationFacts } from './consultation.facts.ts';
import { mayEditConsultation } from './consultation.policy.ts';
import { PublishingService } from './publishing.service.ts';
import { RollsService } from './rolls.service.ts';

type Act<R extends RouteRecord> = ActorCall<R, ConsultationFacts>;

/** What the town's administrators do with its consultations. */
@Controller()
export class ConsultationAdminController {
  constructor(
    @Inject(ConsultationAdmin) private readonly admin: ConsultationAdmin,
    @Inject(ConsultationEditing) private readonly editing: ConsultationEditing,
    @Inject(ConsultationActivities) private readonly activities: ConsultationActivities,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(PublishingService) private readonly publishing: PublishingService,
    @Inject(RollsService) private readonly rolls: RollsService,
  ) {}

  @Route(listAdminConsultations)
  @Policy(mayEditConsultation)
  list({ town, query }: ActorCall<typeof listAdminConsultations>): Promise<ResponseOf<typeof listAdminConsultations>> {
    return this.admin.list(town, query);
  }

  @Route(createConsultation)
  @Policy(mayEditConsultation)
  create({ town, body, context }: ActorCall<typeof createConsultation>): Promise<{ id: string }> {
    return this.editing.create(town, context.language, body);
  }

  @Route(readAdminConsultation)
  @Policy(mayEditConsultation, consultationFacts)
  read(call: Act<typeof readAdminConsultation>): Promise<AdminConsultation> {
    return this.after(call);
  }

  @Route(savePresentation)
  @Policy(mayEditConsultation, consultationFacts)
  async save(call: Act<typeof savePresentation>): Promise<AdminConsultation> {
    await this.editing.save(editingOf(call), call.body);
    return this.after(call);
  }

  @Route(removeDraft)
  @Policy(mayEditConsultation, consultationFacts)
  remove({ town, facts }: Act<typeof removeDraft>): Promise<void> {
    return this.editing.remove(town, facts.id);
  }

  @Route(addActivity)
  @Policy(mayEditConsultation, consultationFacts)
  async addActivity(call: Act<typeof addActivity>): Promise<AdminConsultation> {
    await this.activities.add(editingOf(call), call.body);
    return this.after(call);
  }

  @Route(saveActivity)
  @Policy(mayEditConsultation, consultationFacts)
  async saveActivity(call: Act<typeof saveActivity>): Promise<AdminConsultation> {
    await this.activities.save(editingOf(call), call.params.activityId, call.body);
    return this.after(call);
  }

  @Route(orderActivities)
  @Policy(mayEditConsultation, consultationFacts)
  async orderActivities(call: Act<typeof orderActivities>): Promise<AdminConsultation> {
    await this.activities.order({ ...editingOf(call), reason: call.body.reason }, call.body.activityIds);
    return this.after(call);
  }

  @Route(removeActivity)
  @Policy(mayEditConsultation, consultationFacts)
  async removeActivity(call: Act<typeof removeActivity>): Promise<AdminConsultation> {
    await this.activities.remove({ ...editingOf(call), reason: call.query.reason }, call.params.activityId);
    return this.after(call);
  }

  @Route(saveCalendar)
  @Policy(mayEditConsultation, consultationFacts)
  async saveCalendar(call: Act<typeof saveCalendar>): Promise<AdminConsultation> {
    await this.calendar.save(editingOf(call), call.body);
    return this.after(call);
  }

  @Route(makePreviewLink)
  @Policy(mayEditConsultation, consultationFacts)
  makePreviewLink({ town, facts, context }: Act<typeof makePreviewLink>): Promise<{ path: string; url: string }> {
    return this.editing.makePreviewLink(town, context.language, facts);
  }

  @Route(endPreviewLink)
  @Policy(mayEditConsultation, consultationFacts)
  endPreviewLink({ town, facts }: Act<typeof endPreviewLink>): Promise<void> {
    return this.editing.endPreviewLink(town, facts.id);
  }

  @Route(publishConsultation)
  @Policy(mayEditConsultation, consultationFacts)
  async publish(call: Act<typeof publishConsultation>): Promise<AdminConsultation> {
    await this.publishing.publish({ ...editingOf(call), readAt: call.body.updatedAt }, call.context.language);
    return this.after(call);
  }

  @Route(closeConsultation)
  @Policy(mayEditConsultation, consultationFacts)
  async close(call: Act<typeof closeConsultation>): Promise<AdminConsultation> {
    await this.publishing.close({ ...editingOf(call), reason: call.body.reason });
    return this.after(call);
  }

  @Route(archiveConsultation)
  @Policy(mayEditConsultation, consultationFacts)
  async archive(call: Act<typeof archiveConsultation>): Promise<AdminConsultation> {
    await this.publishing.archive({ ...editingOf(call), reason: call.body.reason });
    return this.after(call);
  }

  @Route(duplicateConsultation)
  @Policy(mayEditConsultation, consultationFacts)
  duplicate({ town, facts, body }: Act<typeof duplicateConsultation>): Promise<{ id: string }> {
    return this.editing.duplicate(town, facts.id, body);
  }

  @Route(readRoll)
  @Policy(mayEditConsultation, consultationFacts)
  roll({ town, facts, query }: Act<typeof readRoll>): Promise<ResponseOf<typeof readRoll>> {
    return this.rolls.list(town.id, facts.id, query.cursor);
  }

  @Route(inviteToConsultation)
  @Policy(mayEditConsultation, consultationFacts)
  @Limit({ name: 'invite', points: 60, seconds: 3600, by: 'account' })
  invite({ actor, facts, body }: Act<typeof inviteToConsultation>): Promise<ResponseOf<typeof inviteToConsultation>> {
    return this.rolls.invite(actor, facts.id, body.addresses);
  }

  @Route(removeFromRoll)
  @Policy(mayEditConsultation, consultationFacts)
  removeFromRoll({ actor, facts, body }: Act<typeof removeFromRoll>): Promise<void> {
    return this.rolls.remove(actor, facts.id, body.email);
  }

  /** The consultation as it is after the act, so that a screen needs no second request. */
  private after({ town, facts, context }: Pick<Act<RouteRecord>, 'town' | 'facts' | 'context'>): Promise<AdminConsultation> {
    return this.admin.read(town, facts.id, context.language);
  }
}

function editingOf({ town, actor, facts }: Pick<Act<RouteRecord>, 'town' | 'actor' | 'facts'>): Editing {
  return { town, actor, consultationId: facts.id };
}
