import { createContext, useContext } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import type { Site } from '@parvis/shared/contracts/site.ts';
import type { Location } from '../platform/router/location.ts';
import { prepare, type Prepared } from './prepare.ts';

/** A visit in the browser's history: the same address visited twice has two keys. */
type Visit = Pick<Location, 'pathname' | 'search' | 'key'>;

/** Prepared pages by visit, so that going back shows at once; the oldest are forgotten. */
export class PreparedPages {
  private readonly visits = new Map<string, Prepared | Promise<Prepared>>();

  constructor(
    private readonly site: Site,
    private readonly client: QueryClient,
  ) {}

  /** Puts the first page, which was prepared before rendering. */
  put(visit: Visit, prepared: Prepared): void {
    this.visits.set(keyOf(visit), prepared);
  }

  /** Whether a visit can be shown without waiting. */
  isReady(visit: Visit): boolean {
    const page = this.visits.get(keyOf(visit));
    return page !== undefined && !(page instanceof Promise);
  }

  /** The page of a visit, or the promise of it. */
  get(visit: Visit): Prepared | Promise<Prepared> {
    const key = keyOf(visit);
    const there = this.visits.get(key);
    if (there) return there;
    const coming = prepare(visit, this.site, this.client).then((prepared) => {
      this.visits.set(key, prepared);
      return prepared;
    });
    this.visits.set(key, coming);
    if (this.visits.size > 20) this.visits.delete(this.visits.keys().next().value!);
    return coming;
  }
}

function keyOf({ pathname, search, key }: Visit): string {
  return `${pathname}${search}#${key}`;
}

const PreparedPagesContext = createContext<PreparedPages | null>(null);
export const PreparedPagesProvider = PreparedPagesContext.Provider;

/** The prepared pages of this application. */
export function usePreparedPages(): PreparedPages {
  return useContext(PreparedPagesContext)!;
}
