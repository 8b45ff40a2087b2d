import { Controller, Inject } from '@nestjs/common';
import {
  openInstallation,
  readInstallation,
  setUpAdministrator,
  setUpLegal,
  setUpMail,
  setUpRules,
  setUpTown,
  type Installation,
} from '@parvis/shared/contracts/installation.ts';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Limit, Policy, Route, anyone, cookieFor, setupCookie, type InstallationCall } from '../../platform/http/index.ts';
import { settingUp, setupFacts, type SetupFacts } from './installation.facts.ts';
import { InstallationService } from './installation.service.ts';
import type { SetupRow } from './setup-links.queries.ts';

const daySeconds = 86_400;

/** The call of somebody whom `settingUp` has let in. */
type SetupCall<R extends RouteRecord> = InstallationCall<R, { readonly setup: SetupRow }>;

/** Looking and opening are for anyone; every other step asks for the cookie that an opened setup link has left. */
@Controller()
export class InstallationController {
  constructor(
    @Inject(InstallationService) private readonly installation: InstallationService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route(readInstallation)
  @Policy(anyone, setupFacts)
  read({ facts, context }: InstallationCall<typeof readInstallation, SetupFacts>): Promise<Installation> {
    return this.installation.read(facts.setup, context.language);
  }

  @Route(openInstallation)
  @Policy(anyone)
  @Limit({ name: 'installation', points: 20, seconds: 300, by: 'address' })
  async open({ body, reply, context }: InstallationCall<typeof openInstallation>): Promise<Installation> {
    const { token, setup } = await this.installation.open(body.token);
    reply.cookies.push(cookieFor({ base: '', origin: this.config.publicUrl }, setupCookie, token, daySeconds));
    return this.installation.read(setup, context.language);
  }

  @Route(setUpTown)
  @Policy(settingUp, setupFacts)
  town({ facts, body, context }: SetupCall<typeof setUpTown>): Promise<Installation> {
    return this.installation.saveTown(facts.setup, body, context.language);
  }

  @Route(setUpLegal)
  @Policy(settingUp, setupFacts)
  legal({ facts, body, context }: SetupCall<typeof setUpLegal>): Promise<Installation> {
    return this.installation.saveLegal(facts.setup, body, context.language);
  }

  @Route(setUpRules)
  @Policy(settingUp, setupFacts)
  rules({ facts, body, context }: SetupCall<typeof setUpRules>): Promise<Installation> {
    return this.installation.saveRules(facts.setup, body.rules, context.language);
  }

  @Route(setUpMail)
  @Policy(settingUp, setupFacts)
  @Limit({ name: 'installation-mail', points: 10, seconds: 600, by: 'address' })
  mail({ facts, body, context }: SetupCall<typeof setUpMail>): Promise<Installation> {
    return this.installation.testMail(facts.setup, body.address, context.language);
  }

  @Route(setUpAdministrator)
  @Policy(settingUp, setupFacts)
  @Limit({ name: 'installation-administrator', points: 20, seconds: 600, by: 'address' })
  async administrator({ facts, body, context, reply }: SetupCall<typeof setUpAdministrator>): Promise<{ signInUrl: string }> {
    const made = await this.installation.makeAdministrator(facts.setup, body, context.language);
    reply.cookies.push(cookieFor({ base: '', origin: this.config.publicUrl }, setupCookie, '', 0));
    return made;
  }
}
