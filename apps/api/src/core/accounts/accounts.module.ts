import { Global, Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../../platform/http/index.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsRetention } from './retention.job.ts';
import { InvitationsService } from './invitations.service.ts';
import { MailedLinksService } from './mailed-links.service.ts';
import { MyAccountController } from './my-account.controller.ts';
import { MyAccountService } from './my-account.service.ts';
import { MyDataService } from './my-data.service.ts';
import { MySecondFactorService } from './my-second-factor.service.ts';
import { RegistrationService } from './registration.service.ts';
import { SecondFactor } from './second-factor.ts';
import { SessionDirectory } from './session-directory.ts';
import { SignInService } from './sign-in.service.ts';
import { StaffController } from './staff.controller.ts';
import { StaffService } from './staff.service.ts';

/** Gives the actor behind a cookie to the pipeline (`ACTOR_SOURCE`) and the directory of sessions to all; acts on accounts stay inside. */
@Global()
@Module({
  controllers: [AccountsController, MyAccountController, StaffController],
  providers: [
    SessionDirectory,
    { provide: ACTOR_SOURCE, useExisting: SessionDirectory },
    RegistrationService,
    SignInService,
    MailedLinksService,
    InvitationsService,
    SecondFactor,
    MyAccountService,
    MySecondFactorService,
    MyDataService,
    StaffService,
    AccountsRetention,
  ],
  exports: [SessionDirectory, ACTOR_SOURCE],
})
export class AccountsModule {}
