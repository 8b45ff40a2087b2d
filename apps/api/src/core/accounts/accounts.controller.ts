import { Controller, Inject } from '@nestjs/common';
import {
  acceptInvitation,
  askReset,
  confirmByCode,
  confirmByLink,
  confirmNewEmail,
  passSecondFactor,
  readInvitation,
  register,
  resetPassword,
  signIn,
  signOut,
  type InvitationView,
  type SignedIn,
} from '@parvis/shared/contracts/accounts.ts';
import { Limit, Policy, Route, anyone, type Call } from '../../platform/http/index.ts';
import { mailLimits, signInLimits, tokenLimits } from './accounts.limits.ts';
import { InvitationsService } from './invitations.service.ts';
import { MailedLinksService } from './mailed-links.service.ts';
import { RegistrationService } from './registration.service.ts';
import { SignInService } from './sign-in.service.ts';

/** Everything about accounts that somebody does who is not signed in yet. */
@Controller()
export class AccountsController {
  constructor(
    @Inject(RegistrationService) private readonly registrations: RegistrationService,
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(MailedLinksService) private readonly links: MailedLinksService,
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
  ) {}

  @Route(register)
  @Policy(anyone)
  @Limit(...mailLimits('register'))
  register(call: Call<typeof register>): Promise<{ registrationId: string }> {
    return this.registrations.register(call);
  }

  @Route(confirmByLink)
  @Policy(anyone)
  @Limit(tokenLimits)
  confirmByLink(call: Call<typeof confirmByLink>): Promise<SignedIn> {
    return this.registrations.confirmByLink(call);
  }

  @Route(confirmByCode)
  @Policy(anyone)
  @Limit(tokenLimits)
  confirmByCode(call: Call<typeof confirmByCode>): Promise<SignedIn> {
    return this.registrations.confirmByCode(call);
  }

  @Route(signIn)
  @Policy(anyone)
  @Limit(...signInLimits)
  signIn(call: Call<typeof signIn>): Promise<SignedIn> {
    return this.signIns.signIn(call);
  }

  @Route(passSecondFactor)
  @Policy(anyone)
  @Limit(tokenLimits)
  passSecondFactor(call: Call<typeof passSecondFactor>): Promise<SignedIn> {
    return this.signIns.passSecondFactor(call);
  }

  @Route(signOut)
  @Policy(anyone)
  signOut(call: Call<typeof signOut>): Promise<void> {
    return this.signIns.signOut(call);
  }

  @Route(askReset)
  @Policy(anyone)
  @Limit(...mailLimits('ask-reset'))
  askReset(call: Call<typeof askReset>): Promise<void> {
    return this.links.ask(call);
  }

  @Route(resetPassword)
  @Policy(anyone)
  @Limit(tokenLimits)
  resetPassword(call: Call<typeof resetPassword>): Promise<void> {
    return this.links.complete(call);
  }

  @Route(confirmNewEmail)
  @Policy(anyone)
  @Limit(tokenLimits)
  confirmNewEmail(call: Call<typeof confirmNewEmail>): Promise<{ email: string }> {
    return this.links.confirmNewEmail(call);
  }

  @Route(readInvitation)
  @Policy(anyone)
  @Limit(tokenLimits)
  readInvitation(call: Call<typeof readInvitation>): Promise<InvitationView> {
    return this.invitations.read(call);
  }

  @Route(acceptInvitation)
  @Policy(anyone)
  @Limit(tokenLimits)
  acceptInvitation(call: Call<typeof acceptInvitation>): Promise<SignedIn> {
    return this.invitations.accept(call);
  }
}
