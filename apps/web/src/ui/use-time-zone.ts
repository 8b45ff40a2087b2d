import { useSite } from '../platform/site.tsx';

/** The time zone in which the page shows and takes dates: the town's. */
export function useTimeZone(): string {
  return useSite().town?.timeZone ?? 'Europe/Paris';
}
