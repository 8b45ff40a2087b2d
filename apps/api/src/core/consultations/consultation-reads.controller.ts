import { Controller, Inject } from '@nestjs/common';
import {
  listConsultations,
  listMyInvitations,
  readConsultation,
  readConsultationById,
  readConsultationHistory,
  readFrontPage,
  type ConsultationPage,
  type FrontPage,
} from '@parvis/shared/contracts/consultations.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import { Policy, Route, anyone, signedIn, type ActorCall, type Call } from '../../platform/http/index.ts';
import { shownTo } from '../contributions/index.ts';
import { ConsultationReads } from './consultation-reads.service.ts';
import { consultationFacts, type ConsultationFacts } from './consultation.facts.ts';
import { mayReadConsultation } from './consultation.policy.ts';
import { FrontService } from './front.service.ts';

/** Routes of the town's front page and of consultations; drafts and invited ones are admitted by policy, the rest by views. */
@Controller()
export class ConsultationReadsController {
  constructor(
    @Inject(ConsultationReads) private readonly reads: ConsultationReads,
    @Inject(FrontService) private readonly fronts: FrontService,
  ) {}

  @Route(listConsultations)
  @Policy(anyone)
  async list({ town, query }: Call<typeof listConsultations>): Promise<ResponseOf<typeof listConsultations>> {
    return this.reads.list(town, query);
  }

  @Route(listMyInvitations)
  @Policy(signedIn)
  async invitations({ town, actor }: ActorCall<typeof listMyInvitations>): Promise<ResponseOf<typeof listMyInvitations>> {
    return this.reads.invitedTo(town, actor.accountId);
  }

  @Route(readConsultation)
  @Policy(mayReadConsultation, consultationFacts)
  async bySlug({ town, facts, actor }: Call<typeof readConsultation, ConsultationFacts>): Promise<ConsultationPage> {
    return this.reads.page(town, facts, actor);
  }

  @Route(readConsultationById)
  @Policy(mayReadConsultation, consultationFacts)
  async byId({ town, facts, actor }: Call<typeof readConsultationById, ConsultationFacts>): Promise<ConsultationPage> {
    return this.reads.page(town, facts, actor);
  }

  @Route(readConsultationHistory)
  @Policy(mayReadConsultation, consultationFacts)
  async history(call: Call<typeof readConsultationHistory, ConsultationFacts>): Promise<ResponseOf<typeof readConsultationHistory>> {
    return shownTo(call, await this.fronts.history(call.town.id, call.facts, call.query.cursor));
  }

  @Route(readFrontPage)
  @Policy(anyone)
  async front({ town }: Call<typeof readFrontPage>): Promise<FrontPage> {
    return this.fronts.front(town);
  }
}
