import { Controller, Inject } from '@nestjs/common';
import {
  addModerationNote,
  claimContribution,
  decide,
  readCase,
  readQueue,
  releaseContribution,
  type ModerationCase,
  type Queue,
} from '@parvis/shared/contracts/moderation.ts';
import { Policy, Route, type ActorCall } from '../../platform/http/index.ts';
import { contributionFacts, type ContributionFactsRow } from '../contributions/index.ts';
import { DecisionsService } from './decisions.service.ts';
import { DeskReader } from './desk-reader.ts';
import { isModerator, mayDecide, mayModerate } from './moderation.policy.ts';

type Facts = ContributionFactsRow;

/** Routes of the moderators' queue and cases; moderators only. */
@Controller()
export class DeskController {
  constructor(
    @Inject(DecisionsService) private readonly decisions: DecisionsService,
    @Inject(DeskReader) private readonly desk: DeskReader,
  ) {}

  @Route(readQueue)
  @Policy(isModerator)
  queue(call: ActorCall<typeof readQueue>): Promise<Queue> {
    return this.desk.queue(call);
  }

  @Route(readCase)
  @Policy(mayModerate, contributionFacts)
  case(call: ActorCall<typeof readCase, Facts>): Promise<ModerationCase> {
    return this.desk.case(call);
  }

  @Route(decide)
  @Policy(mayDecide, contributionFacts)
  decide(call: ActorCall<typeof decide, Facts>): Promise<{ decided: string[]; passedOver: number }> {
    return this.decisions.decide(call);
  }

  @Route(claimContribution)
  @Policy(mayModerate, contributionFacts)
  claim(call: ActorCall<typeof claimContribution, Facts>): Promise<{ by: string; isMine: boolean; until: string }> {
    return this.decisions.claim(call);
  }

  @Route(releaseContribution)
  @Policy(mayModerate, contributionFacts)
  release(call: ActorCall<typeof releaseContribution, Facts>): Promise<void> {
    return this.decisions.release(call);
  }

  @Route(addModerationNote)
  @Policy(mayModerate, contributionFacts)
  addNote(call: ActorCall<typeof addModerationNote, Facts>): Promise<void> {
    return this.decisions.addNote(call);
  }
}
