import { Controller, Inject } from '@nestjs/common';
import * as contract from '@parvis/shared/contracts/responses.ts';
import { Policy, Route, anyone, type ActorCall, type Call } from '../../platform/http/index.ts';
import { contributionFacts, maySee, shownTo, type ContributionFactsRow } from '../contributions/index.ts';
import { consultationFacts, mayReadConsultation, type ConsultationFacts } from '../consultations/index.ts';
import { AnswersService } from './answers.service.ts';
import { CommitmentsService } from './commitments.service.ts';
import { mayAnswer, responseFacts } from './responses.policy.ts';
import { ResponsesService } from './responses.service.ts';
import type { ResponseFactsRow } from './responses.queries.ts';

/** Official responses and commitments: what everybody reads. */
@Controller()
export class AnswersController {
  constructor(@Inject(AnswersService) private readonly answers: AnswersService) {}

  @Route(contract.listAnswers)
  @Policy(mayReadConsultation, consultationFacts)
  async list(call: Call<typeof contract.listAnswers, ConsultationFacts>) {
    return shownTo(call, await this.answers.answers(call.town, call.facts, call.query));
  }

  @Route(contract.readAnswerClock)
  @Policy(mayReadConsultation, consultationFacts)
  clock(call: Call<typeof contract.readAnswerClock, ConsultationFacts>) {
    return this.answers.clock(call.town, call.facts);
  }

  @Route(contract.listAwaited)
  @Policy(mayReadConsultation, consultationFacts)
  async awaited(call: Call<typeof contract.listAwaited, ConsultationFacts>) {
    return shownTo(call, await this.answers.awaited(call.town, call.facts, call.query));
  }

  @Route(contract.readResponsesOf)
  @Policy(maySee, contributionFacts)
  async to(call: Call<typeof contract.readResponsesOf, ContributionFactsRow>) {
    return { items: await this.answers.answersTo(call.town, call.facts) };
  }

  @Route(contract.listCommitments)
  @Policy(anyone)
  commitments(call: Call<typeof contract.listCommitments>) {
    return this.answers.commitments(call.town, call.query);
  }
}

/** The desk where answers are prepared, published and followed up. */
@Controller()
export class ResponsesController {
  constructor(
    @Inject(AnswersService) private readonly answers: AnswersService,
    @Inject(ResponsesService) private readonly responses: ResponsesService,
    @Inject(CommitmentsService) private readonly commitments: CommitmentsService,
  ) {}

  @Route(contract.listWaiting)
  @Policy(mayAnswer, consultationFacts)
  waiting(call: Call<typeof contract.listWaiting, ConsultationFacts>) {
    return this.answers.waiting(call.town, call.facts, call.query);
  }

  @Route(contract.listAnswerable)
  @Policy(mayAnswer, consultationFacts)
  async answerable(call: Call<typeof contract.listAnswerable, ConsultationFacts>) {
    return { items: await this.answers.answerable(call.town, call.facts.id, call.query.ids.split(',')) };
  }

  @Route(contract.listPrepared)
  @Policy(mayAnswer, consultationFacts)
  prepared(call: Call<typeof contract.listPrepared, ConsultationFacts>) {
    return this.answers.prepared(call.town, call.facts.id, call.query);
  }

  @Route(contract.createResponse)
  @Policy(mayAnswer, consultationFacts)
  create(call: ActorCall<typeof contract.createResponse, ConsultationFacts>) {
    return this.responses.create(call.town, call.actor, call.facts.id, call.body);
  }

  @Route(contract.readPrepared)
  @Policy(mayAnswer, responseFacts)
  read(call: Call<typeof contract.readPrepared, ResponseFactsRow>) {
    return this.responses.read(call.town, call.facts.id);
  }

  @Route(contract.changeResponse)
  @Policy(mayAnswer, responseFacts)
  change(call: ActorCall<typeof contract.changeResponse, ResponseFactsRow>) {
    return this.responses.change(call.town, call.actor, call.facts, call.body);
  }

  @Route(contract.removeResponse)
  @Policy(mayAnswer, responseFacts)
  remove(call: Call<typeof contract.removeResponse, ResponseFactsRow>) {
    return this.responses.remove(call.town, call.facts.id);
  }

  @Route(contract.markReady)
  @Policy(mayAnswer, responseFacts)
  ready(call: Call<typeof contract.markReady, ResponseFactsRow>) {
    return this.responses.markReady(call.town, call.facts.id, call.body.ready);
  }

  @Route(contract.publishResponses)
  @Policy(mayAnswer, consultationFacts)
  publish(call: ActorCall<typeof contract.publishResponses, ConsultationFacts>) {
    return this.responses.publish(call.town, call.actor, call.facts, call.body.responseIds);
  }

  @Route(contract.changeCommitment)
  @Policy(mayAnswer)
  changeCommitment(call: ActorCall<typeof contract.changeCommitment>) {
    return this.commitments.change(call.actor, call.params.commitmentId, call.body);
  }

  @Route(contract.addMilestone)
  @Policy(mayAnswer)
  addMilestone(call: ActorCall<typeof contract.addMilestone>) {
    return this.commitments.addMilestone(call.actor, call.params.commitmentId, call.body);
  }

  @Route(contract.changeMilestone)
  @Policy(mayAnswer)
  changeMilestone(call: ActorCall<typeof contract.changeMilestone>) {
    return this.commitments.changeMilestone(call.actor, call.params.commitmentId, call.params.milestoneId, call.body);
  }
}
