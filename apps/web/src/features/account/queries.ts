import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { readInvitation } from '@parvis/shared/contracts/accounts.ts';
import { listSessions, readMyAccount } from '@parvis/shared/contracts/my-account.ts';
import { listInvitations, listStaff } from '@parvis/shared/contracts/staff.ts';
import { call } from '../../platform/call.ts';

export const accountKeys = { all: ['account'] as const, staff: ['staff'] as const };

/** Of the account behind the cookie; refused to visitors. */
export const myAccountQuery = () =>
  queryOptions({ queryKey: [...accountKeys.all, 'mine'], queryFn: ({ signal }) => call(readMyAccount, { signal }) });

/** Open sessions of the account behind the cookie. */
export const sessionsQuery = () =>
  queryOptions({ queryKey: [...accountKeys.all, 'sessions'], queryFn: ({ signal }) => call(listSessions, { signal }) });

/** Needs no account: `token` is the secret of the mail. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: [...accountKeys.all, 'invitation', token],
    queryFn: ({ signal }) => call(readInvitation, { params: { token }, signal }),
  });

/** People with a role, page by page; administrators only. */
export const staffQuery = () =>
  infiniteQueryOptions({
    queryKey: [...accountKeys.staff, 'people'],
    queryFn: ({ pageParam, signal }) => call(listStaff, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** Invitations that nobody has accepted yet, page by page; administrators only. */
export const staffInvitationsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...accountKeys.staff, 'invitations'],
    queryFn: ({ pageParam, signal }) => call(listInvitations, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
