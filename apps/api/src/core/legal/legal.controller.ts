import { Controller, Inject } from '@nestjs/common';
import {
  publishModerationRules,
  readLegalDraft,
  readLegalPage,
  readLegalState,
  readModerationRules,
  readRulesDraft,
  saveLegalPage,
  type LegalDraft,
  type LegalPageView,
  type LegalState,
  type ModerationRulesView,
  type RulesDraft,
} from '@parvis/shared/contracts/legal.ts';
import { Policy, Route, anyone, hasRole, type ActorCall, type Call } from '../../platform/http/index.ts';
import { LegalService, type LegalAuthor } from './legal.service.ts';

const administrator = hasRole('administrator');

/** Legal pages and rules: reading for all, versions included; editing for administrators. */
@Controller()
export class LegalController {
  constructor(@Inject(LegalService) private readonly legal: LegalService) {}

  @Route(readLegalPage)
  @Policy(anyone)
  page({ town, params, query, context }: Call<typeof readLegalPage>): Promise<LegalPageView> {
    return this.legal.readPage(town.id, params.page, context.language, query.version ?? null);
  }

  @Route(readModerationRules)
  @Policy(anyone)
  rules({ town, query, context }: Call<typeof readModerationRules>): Promise<ModerationRulesView> {
    return this.legal.readRules(town.id, context.language, town.languages[0] ?? context.language, query.version ?? null);
  }

  @Route(readLegalState)
  @Policy(administrator)
  state({ town }: Call<typeof readLegalState>): Promise<LegalState> {
    return this.legal.readState(town.id);
  }

  @Route(readLegalDraft)
  @Policy(administrator)
  draft({ town, params }: Call<typeof readLegalDraft>): Promise<LegalDraft> {
    return this.legal.readDraft(town.id, town.languages, params.page);
  }

  @Route(saveLegalPage)
  @Policy(administrator)
  save(call: ActorCall<typeof saveLegalPage>): Promise<LegalDraft> {
    return this.legal.savePage(authorOf(call), call.body);
  }

  @Route(readRulesDraft)
  @Policy(administrator)
  rulesDraft({ town }: Call<typeof readRulesDraft>): Promise<RulesDraft> {
    return this.legal.readRulesDraft(town.id, town.languages);
  }

  @Route(publishModerationRules)
  @Policy(administrator)
  async publish(call: ActorCall<typeof publishModerationRules>): Promise<ModerationRulesView> {
    const { town, context, body } = call;
    const version = await this.legal.publishRules(authorOf(call), body.rules);
    return this.legal.readRules(town.id, context.language, town.languages[0] ?? context.language, version);
  }
}

function authorOf({ town, actor }: Pick<ActorCall<typeof saveLegalPage>, 'town' | 'actor'>): LegalAuthor {
  return { municipalityId: town.id, languages: town.languages, accountId: actor.accountId, participantId: actor.participantId };
}
