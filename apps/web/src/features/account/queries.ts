import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { readInvitation } from '@parvis/shared/contracts/accounts.ts';
import { listSessions, readMyAccount } from '@parvis/shared/contracts/my-account.ts';
import { listInvitations, listStaff } from '@parvis/shared/contracts/staff.ts';
import { call } from '../../platform/call.ts';

export const accountKeys = { all: ['account'] as const, staff: ['staff'] as const };

export const myAccountQuery = () =>
  queryOptions({ queryKey: [...accountKeys.all, 'mine'], queryFn: ({ signal }) => call(readMyAccount, { signal }) });

export const sessionsQuery = () =>
  queryOptions({ queryKey: [...accountKeys.all, 'sessions'], queryFn: ({ signal }) => call(listSessions, { signal }) });

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: [...accountKeys.all, 'invitation', token],
    queryFn: ({ signal }) => call(readInvitation, { params: { token }, signal }),
  });

export const staffQuery = () =>
  infiniteQueryOptions({
    queryKey: [...accountKeys.staff, 'people'],
    queryFn: ({ pageParam, signal }) => call(listStaff, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const staffInvitationsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...accountKeys.staff, 'invitations'],
    queryFn: ({ pageParam, signal }) => call(listInvitations, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
