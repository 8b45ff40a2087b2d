import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { maxWatched, readLiveCounts, watchLiveCounts, type LiveCounts } from '@parvis/shared/contracts/supports.ts';
import { addressOf, call } from '../../platform/call.ts';
import { useSite } from '../../platform/site.tsx';
import { supportKeys } from './queries.ts';

const pollMs = 10_000;

/**
 * Lets the counts of some contributions of an activity move while the page is in sight: by a stream of events, or by asking every ten
 * seconds where none can be had. `useSupportFacts` shows what is heard. At most sixty contributions; the first ones are watched.
 */
export function useLiveCounts(activityId: string, contributionIds: readonly string[]): void {
  const client = useQueryClient();
  const { base } = useSite();
  const ids = contributionIds.slice(0, maxWatched).join(',');
  useEffect(() => {
    if (ids === '') return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setInterval> | undefined;
    const hear = ({ counts }: LiveCounts): void => {
      for (const { contributionId, supports, people } of counts)
        client.setQueryData(supportKeys.count(contributionId), { supports, people });
    };
    // A missed turn is made good by the next one.
    const poll = (): void => void call(readLiveCounts, { params: { activityId }, query: { ids } }).then(hear, () => undefined);
    const listen = (): void => {
      source = new EventSource(`${base}/api${addressOf(watchLiveCounts, { params: { activityId }, query: { ids } })}`);
      source.onmessage = (event: MessageEvent<string>) => hear(JSON.parse(event.data) as LiveCounts);
      source.onerror = () => {
        if (source?.readyState === EventSource.CLOSED) timer ??= setInterval(poll, pollMs);
      };
    };
    const rest = (): void => {
      source?.close();
      clearInterval(timer);
      timer = undefined;
    };
    const seen = (): void => (document.hidden ? rest() : listen());
    if (!document.hidden) listen();
    document.addEventListener('visibilitychange', seen);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      rest();
    };
  }, [client, base, activityId, ids]);
}
