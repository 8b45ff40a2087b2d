import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

function mayHelp(error: Error): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 502);
}

function delay(attempt: number): number {
  return Math.min(1_000 * 2 ** attempt, 15_000);
}

/**
 * The cache of server state. Reads are tried three times when no answer came; acts are tried once (see `idempotent`),
 * without a network too: the form then says so, instead of waiting without a word.
 * What is younger than 20 seconds is not asked again on navigation.
 */
export function makeQueryClient(): QueryClient {
  const onServer = import.meta.env.SSR;
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        gcTime: onServer ? Infinity : 300_000,
        retry: (count, error) => !onServer && count < 2 && mayHelp(error),
        retryDelay: delay,
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/**
 * Spread into `useMutation` for an act that may safely be sent twice (PUT and DELETE of a support, a vote): it waits while the
 * device is offline and is tried again until an answer comes, so that nothing is lost on a train.
 */
export const idempotent = {
  retry: (count: number, error: Error) => count < 8 && mayHelp(error),
  retryDelay: delay,
  networkMode: 'online',
} as const;
