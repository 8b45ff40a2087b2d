import { Controller, Inject } from '@nestjs/common';
import { appealDecision, readStatement, settleAppeal, type StatementView } from '@parvis/shared/contracts/moderation.ts';
import { readRegister, type Register } from '@parvis/shared/contracts/moderation-register.ts';
import { Limit, Policy, Route, anyone, type ActorCall, type Call } from '../../platform/http/index.ts';
import { AppealsService } from './appeals.service.ts';
import type { AppealFactsRow, DecisionFactsRow } from './moderation-facts.queries.ts';
import { appealFacts, decisionFacts } from './moderation.facts.ts';
import { mayAppeal, mayReadStatement, maySettleAppeal } from './moderation.policy.ts';
import { RegisterReader } from './register-reader.ts';

/** Statements of reasons, appeals and the public register of decisions. */
@Controller()
export class AppealsController {
  constructor(
    @Inject(AppealsService) private readonly appeals: AppealsService,
    @Inject(RegisterReader) private readonly registers: RegisterReader,
  ) {}

  @Route(readStatement)
  @Policy(mayReadStatement, decisionFacts)
  statement(call: Call<typeof readStatement, DecisionFactsRow>): Promise<StatementView> {
    return this.appeals.statement(call);
  }

  @Route(appealDecision)
  @Policy(mayAppeal, decisionFacts)
  @Limit({ name: 'appeal', points: 20, seconds: 3_600, by: 'account' })
  appeal(call: ActorCall<typeof appealDecision, DecisionFactsRow>): Promise<StatementView> {
    return this.appeals.appeal(call);
  }

  @Route(settleAppeal)
  @Policy(maySettleAppeal, appealFacts)
  settle(call: ActorCall<typeof settleAppeal, AppealFactsRow>): Promise<{ decisionId: string }> {
    return this.appeals.settle(call);
  }

  @Route(readRegister)
  @Policy(anyone)
  register(call: Call<typeof readRegister>): Promise<Register> {
    return this.registers.read(call);
  }
}
