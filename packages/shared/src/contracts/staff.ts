import { z } from 'zod';
import { staffRoles } from '../rules/words.ts';
import { body, email, pageOf, text, uuid } from './fields.ts';
import { route } from './route.ts';

/** Somebody with a role in the town, for administrators. `title` is what responses and decisions are signed with. */
export const StaffMember = z
  .object({
    accountId: uuid,
    displayName: z.string(),
    email: z.string(),
    roles: z.array(z.enum([...staffRoles, 'operator'])),
    title: z.string(),
    hasSecondFactor: z.boolean(),
    since: z.string(),
    isMe: z.boolean(),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;

/** An invitation that was not taken yet. `isExpired` ones can be sent again. */
export const StaffInvitation = z
  .object({
    id: uuid,
    email: z.string(),
    roles: z.array(z.enum(staffRoles)),
    title: z.string(),
    invitedBy: z.string().nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
    isExpired: z.boolean(),
  })
  .meta({ id: 'StaffInvitation' });
export type StaffInvitation = z.infer<typeof StaffInvitation>;

const administrators = ['sign-in-required', 'role-required', 'second-factor-required'] as const;
const rolesToGive = z
  .array(z.enum(staffRoles))
  .max(staffRoles.length)
  .refine((all) => new Set(all).size === all.length, { params: { code: 'repeated' } });
const title = text({ max: 80 });

export const listStaff = route({
  method: 'GET',
  path: '/staff',
  summary: 'List the people who have a role',
  query: z.object({ cursor: uuid.optional() }),
  response: pageOf(StaffMember),
  refusals: administrators,
});

/** Gives exactly these roles; an empty list takes the last one away, and the person stays a citizen. */
export const changeRoles = route({
  method: 'PUT',
  path: '/staff/:accountId/roles',
  summary: 'Give and take roles',
  request: body({ roles: rolesToGive, title }),
  response: z.object({ member: StaffMember.nullable() }),
  refusals: [...administrators, 'person-not-found', 'last-administrator'],
});

/** For a colleague whose telephone is lost: the next sign-in asks to set an authenticator up again. Nobody does it for himself. */
export const resetSecondFactor = route({
  method: 'DELETE',
  path: '/staff/:accountId/second-factor',
  summary: 'Take a colleague’s lost authenticator away',
  refusals: [...administrators, 'person-not-found', 'not-on-oneself'],
});

export const listInvitations = route({
  method: 'GET',
  path: '/staff/invitations',
  summary: 'List invitations not taken yet',
  query: z.object({ cursor: uuid.optional() }),
  response: pageOf(StaffInvitation),
  refusals: administrators,
});

/** Mails a link that works once, for seven days. Inviting the same address again replaces the former link. */
export const inviteColleague = route({
  method: 'POST',
  path: '/staff/invitations',
  summary: 'Invite a colleague by mail',
  request: body({ email, roles: rolesToGive.min(1), title }),
  response: StaffInvitation,
  refusals: administrators,
});

export const withdrawInvitation = route({
  method: 'DELETE',
  path: '/staff/invitations/:invitationId',
  summary: 'Withdraw an invitation',
  refusals: [...administrators, 'invitation-not-found'],
});
