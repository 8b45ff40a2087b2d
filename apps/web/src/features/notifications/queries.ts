import { queryOptions } from '@tanstack/react-query';
import { readUnsubscription } from '@parvis/shared/contracts/mails.ts';
import { readFollow, readNoticePreferences } from '@parvis/shared/contracts/notifications.ts';
import { call } from '../../platform/call.ts';

const notificationKeys = { all: ['notifications'] as const };

export const preferencesQuery = queryOptions({
  queryKey: [...notificationKeys.all, 'preferences'],
  queryFn: ({ signal }) => call(readNoticePreferences, { signal }),
});

/** Whether the signed-in reader follows a contribution; a page may name it in its `load` for readers who are signed in. */
export const followQuery = (contributionId: string) =>
  queryOptions({
    queryKey: [...notificationKeys.all, 'follow', contributionId],
    queryFn: ({ signal }) => call(readFollow, { params: { contributionId }, signal }),
  });

/** Needs no account: `token` is in each mail. */
export const unsubscriptionQuery = (token: string) =>
  queryOptions({
    queryKey: [...notificationKeys.all, 'unsubscription', token],
    queryFn: ({ signal }) => call(readUnsubscription, { params: { token }, signal }),
  });
