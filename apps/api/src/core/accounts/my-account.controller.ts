import { Controller, Inject } from '@nestjs/common';
import type { SessionView } from '@parvis/shared/contracts/accounts.ts';
import {
  askNewEmail,
  beginSecondFactor,
  changeMyAccount,
  changePassword,
  confirmSecondFactor,
  endOtherSessions,
  endSession,
  eraseMyAccount,
  exportMyData,
  listSessions,
  readMyAccount,
  removeSecondFactor,
  renewRecoveryCodes,
  type MyAccount,
  type RecoveryCodes,
  type SecondFactorSetup,
} from '@parvis/shared/contracts/my-account.ts';
import { Limit, Policy, Route, signedIn, type ActorCall } from '../../platform/http/index.ts';
import { exportLimits, passwordLimits } from './accounts.limits.ts';
import { MyAccountService } from './my-account.service.ts';
import { MyDataService } from './my-data.service.ts';
import { MySecondFactorService } from './my-second-factor.service.ts';

/** What a person does with his or her own account. */
@Controller()
export class MyAccountController {
  constructor(
    @Inject(MyAccountService) private readonly account: MyAccountService,
    @Inject(MySecondFactorService) private readonly factor: MySecondFactorService,
    @Inject(MyDataService) private readonly data: MyDataService,
  ) {}

  @Route(readMyAccount)
  @Policy(signedIn)
  read({ actor }: ActorCall<typeof readMyAccount>): Promise<MyAccount> {
    return this.account.read(actor);
  }

  @Route(changeMyAccount)
  @Policy(signedIn)
  change(call: ActorCall<typeof changeMyAccount>): Promise<MyAccount> {
    return this.account.change(call);
  }

  @Route(changePassword)
  @Policy(signedIn)
  @Limit(passwordLimits)
  changePassword(call: ActorCall<typeof changePassword>): Promise<void> {
    return this.account.changePassword(call);
  }

  @Route(askNewEmail)
  @Policy(signedIn)
  @Limit(passwordLimits)
  askNewEmail(call: ActorCall<typeof askNewEmail>): Promise<void> {
    return this.account.askNewEmail(call);
  }

  @Route(listSessions)
  @Policy(signedIn)
  sessions({ actor }: ActorCall<typeof listSessions>): Promise<{ items: SessionView[] }> {
    return this.account.sessions(actor);
  }

  @Route(endSession)
  @Policy(signedIn)
  endSession(call: ActorCall<typeof endSession>): Promise<void> {
    return this.account.endSession(call);
  }

  @Route(endOtherSessions)
  @Policy(signedIn)
  endOtherSessions(call: ActorCall<typeof endOtherSessions>): Promise<void> {
    return this.account.endOtherSessions(call);
  }

  @Route(beginSecondFactor)
  @Policy(signedIn)
  @Limit(passwordLimits)
  beginSecondFactor(call: ActorCall<typeof beginSecondFactor>): Promise<SecondFactorSetup> {
    return this.factor.begin(call);
  }

  @Route(confirmSecondFactor)
  @Policy(signedIn)
  @Limit(passwordLimits)
  confirmSecondFactor(call: ActorCall<typeof confirmSecondFactor>): Promise<RecoveryCodes> {
    return this.factor.confirm(call);
  }

  @Route(removeSecondFactor)
  @Policy(signedIn)
  @Limit(passwordLimits)
  removeSecondFactor(call: ActorCall<typeof removeSecondFactor>): Promise<void> {
    return this.factor.remove(call);
  }

  @Route(renewRecoveryCodes)
  @Policy(signedIn)
  @Limit(passwordLimits)
  renewRecoveryCodes(call: ActorCall<typeof renewRecoveryCodes>): Promise<RecoveryCodes> {
    return this.factor.renewCodes(call);
  }

  @Route(exportMyData)
  @Policy(signedIn)
  @Limit(exportLimits)
  exportMyData(call: ActorCall<typeof exportMyData>): Promise<string> {
    return this.data.export(call);
  }

  @Route(eraseMyAccount)
  @Policy(signedIn)
  @Limit(passwordLimits)
  eraseMyAccount(call: ActorCall<typeof eraseMyAccount>): Promise<void> {
    return this.data.erase(call);
  }
}
