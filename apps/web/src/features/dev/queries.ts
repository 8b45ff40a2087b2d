import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listMailbox, readMailboxMail } from '@parvis/shared/contracts/mailbox.ts';
import { call } from '../../platform/call.ts';

const mailboxKeys = { all: ['mailbox'] as const };

/** The town's mails, newest first; always asked anew, for a mail may have come. */
export const mailboxQuery = (to: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...mailboxKeys.all, 'list', to ?? ''],
    staleTime: 0,
    queryFn: ({ pageParam, signal }) => call(listMailbox, { query: { to, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** One mail of the development mailbox, with both bodies. */
export const mailQuery = (mailId: string) =>
  queryOptions({
    queryKey: [...mailboxKeys.all, 'one', mailId],
    queryFn: ({ signal }) => call(readMailboxMail, { params: { mailId }, signal }),
  });
