import { Controller, Inject } from '@nestjs/common';
import {
  changeRoles,
  inviteColleague,
  listInvitations,
  listStaff,
  resetSecondFactor,
  withdrawInvitation,
  type StaffInvitation,
  type StaffMember,
} from '@parvis/shared/contracts/staff.ts';
import { Limit, Policy, Route, hasRole, type ActorCall } from '../../platform/http/index.ts';
import { inviteLimits } from './accounts.limits.ts';
import { InvitationsService } from './invitations.service.ts';
import { StaffService } from './staff.service.ts';

/** The people who work here: for administrators. */
@Controller()
export class StaffController {
  constructor(
    @Inject(StaffService) private readonly staff: StaffService,
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
  ) {}

  @Route(listStaff)
  @Policy(hasRole('administrator'))
  list(call: ActorCall<typeof listStaff>): Promise<{ items: StaffMember[]; nextCursor: string | null }> {
    return this.staff.list(call);
  }

  @Route(changeRoles)
  @Policy(hasRole('administrator'))
  changeRoles(call: ActorCall<typeof changeRoles>): Promise<{ member: StaffMember | null }> {
    return this.staff.changeRoles(call);
  }

  @Route(resetSecondFactor)
  @Policy(hasRole('administrator'))
  resetSecondFactor(call: ActorCall<typeof resetSecondFactor>): Promise<void> {
    return this.staff.resetSecondFactor(call);
  }

  @Route(listInvitations)
  @Policy(hasRole('administrator'))
  listInvitations(call: ActorCall<typeof listInvitations>): Promise<{ items: StaffInvitation[]; nextCursor: string | null }> {
    return this.invitations.list(call);
  }

  @Route(inviteColleague)
  @Policy(hasRole('administrator'))
  @Limit(inviteLimits)
  invite(call: ActorCall<typeof inviteColleague>): Promise<StaffInvitation> {
    return this.invitations.invite(call);
  }

  @Route(withdrawInvitation)
  @Policy(hasRole('administrator'))
  withdraw(call: ActorCall<typeof withdrawInvitation>): Promise<void> {
    return this.invitations.withdraw(call);
  }
}
