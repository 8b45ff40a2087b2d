import { Inject, Injectable } from '@nestjs/common';
import { appealDecision, readStatement, settleAppeal, type StatementView } from '@parvis/shared/contracts/moderation.ts';
import { isRestricting, reversalOf, stateAfter } from '@parvis/shared/rules/moderation.ts';
import { Database } from '../../platform/database/index.ts';
import type { ActorCall, Call } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { say } from '../../platform/messages/index.ts';
import { ContributionNotFound, lockContribution, readContributionCards } from '../contributions/index.ts';
import { recordEvent } from '../log/index.ts';
import { insertAppeal, readStatementRow } from './appeals.queries.ts';
import { decideContribution, type NewDecision } from './decide-contribution.ts';
import { readContent } from './decisions.queries.ts';
import { checkRule } from './decisions.service.ts';
import { readAppealFacts, readDecisionFacts, type AppealFactsRow, type DecisionFactsRow } from './moderation-facts.queries.ts';
import { AppealSettled, DecisionNotFound } from './moderation.errors.ts';
import { mayAppeal } from './moderation.policy.ts';

/** The author's way out: the statement of reasons, one appeal, another moderator's answer. */
@Injectable()
export class AppealsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  async statement({ facts, actor, town, context }: Call<typeof readStatement, DecisionFactsRow>): Promise<StatementView> {
    const [row, cards] = await Promise.all([
      readStatementRow(this.db, town.id, facts.id, context.language),
      readContributionCards(this.db, town.id, [facts.contribution_id]),
    ]);
    if (!row || !cards[0]) throw new DecisionNotFound();
    const { contribution_id: _, ...statement } = row;
    const refusal = mayAppeal(actor, facts);
    return {
      ...statement,
      card: cards[0],
      mayAppeal: refusal === null,
      refusal: refusal && { code: refusal.code, detail: say(context.language, `problems.${refusal.code}.detail`, refusal.values) },
    };
  }

  /** @throws AlreadyAppealed for a second, by the unique constraint */
  async appeal(call: ActorCall<typeof appealDecision, DecisionFactsRow>): Promise<StatementView> {
    const { facts, actor, town, body } = call;
    await this.db.transaction(async (tx) => {
      const id = newId();
      await insertAppeal(tx, { municipalityId: town.id, id, decisionId: facts.id, participantId: actor.participantId, text: body.text });
      await recordEvent(tx, {
        municipalityId: town.id,
        topic: 'appeal.made',
        contributionId: facts.contribution_id,
        subject: { appealId: id, decisionId: facts.id },
        record: { id, decisionId: facts.id, text: body.text },
        history: { role: 'author', act: 'appealed', detail: { decisionId: facts.id } },
      });
    });
    const renewed = await readDecisionFacts(this.db, town.id, facts.id);
    return this.statement({ ...call, facts: renewed ?? facts } as unknown as Call<typeof readStatement, DecisionFactsRow>);
  }

  /**
   * Upheld: the contested act is repeated with the new reason, no state changes. Overturned: it is undone; where the author or somebody
   * else has changed the state meanwhile, so that nothing is left to undo, the appeal still gets its answer.
   */
  async settle({ facts, actor, town, body }: ActorCall<typeof settleAppeal, AppealFactsRow>): Promise<{ decisionId: string }> {
    return this.db.transaction(async (tx) => {
      await checkRule(tx, town.id, body.rule);
      const state = (await lockContribution(tx, town.id, facts.contribution_id)) as NewDecision['state'] | null;
      const content = await readContent(tx, town.id, facts.contribution_id);
      const appeal = await readAppealFacts(tx, town.id, facts.id);
      if (!state || !content || !appeal) throw new ContributionNotFound();
      if (appeal.settled_by) throw new AppealSettled();
      const contested = facts.contested_act;
      const undo = isRestricting(contested) ? reversalOf(contested, state.publication) : contested;
      const upholds = body.outcome === 'upheld';
      const keepsState = upholds || stateAfter(undo, state) === null;
      const decisionId = await decideContribution(tx, {
        municipalityId: town.id,
        content,
        state,
        act: upholds ? contested : undo,
        rule: body.rule,
        reason: body.reason,
        decidedBy: actor.participantId,
        appeal: { id: facts.id, outcome: body.outcome, keepsState },
      });
      return { decisionId };
    });
  }
}
