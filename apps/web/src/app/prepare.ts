import type { EnsureInfiniteQueryDataOptions, QueryClient } from '@tanstack/react-query';
import type { Site } from '@parvis/shared/contracts/site.ts';
import { messagesOf } from '../platform/messages.ts';
import { pageNotFound } from '../platform/not-found.ts';
import { Moved, type Head, type HeadContext, type LoadContext, type PageModule, type PageQuery, type Place } from '../platform/page.ts';
import { Problem, problemOf } from '../platform/problem.ts';
import { findPage, mostExactFirst } from '../platform/router/match.ts';
import fr from './messages/fr.json';
import { PreviewBar } from './preview-bar.ts';
import { routes, routesWithoutTown } from './routes.ts';

const t = messagesOf(fr);

/** A page with its code and its data there, ready to be rendered without waiting. */
export interface Prepared {
  readonly module: PageModule | null;
  /** Modules whose scripts the first view needs. */
  readonly moduleIds: readonly string[];
  readonly place: Place;
  readonly head: Head;
  /** Shown instead of the page. */
  readonly problem: Problem | null;
  /** Where the page lives now, below the language. */
  readonly moved: string | null;
}

const [ordered, orderedWithoutTown] = [mostExactFirst(routes), mostExactFirst(routesWithoutTown)];

/**
 * Finds the page of an address below the language, loads its code, and asks what its `load` names. Never throws: what went wrong
 * is the result's `problem`. `known` is a problem that the server met already, so that nothing is asked twice; `report` hears of
 * what nobody foresaw.
 */
export async function prepare(
  address: { pathname: string; search: string },
  site: Site,
  client: QueryClient,
  known: Problem | null = null,
  report: (thrown: unknown) => void = console.error,
): Promise<Prepared> {
  const found = findPage(site.town ? ordered : orderedWithoutTown, address.pathname);
  const place: Place = { params: found?.params ?? {}, query: new URLSearchParams(address.search), site };
  const blank = { module: null, moduleIds: [], place, head: { title: '', unlisted: true }, problem: null, moved: null };
  const withProblem = (problem: Problem, rest: Partial<Prepared> = {}): Prepared => ({
    ...blank,
    ...rest,
    problem,
    head: { title: problem.title, unlisted: true },
  });
  if (!found) return withProblem(known ?? pageNotFound());
  try {
    let { default: module, moduleId } = await found.entry.module();
    const included = new Set<string>();
    const include: LoadContext['include'] = (ids) => {
      for (const id of ids) if (id) included.add(id);
    };
    const context: LoadContext = { ...place, include, fetch: (query) => client.ensureQueryData(query) };
    include([moduleId]);
    const refusal = known ?? mayRead(module, site);
    if (refusal) return withProblem(refusal, { module, moduleIds: [...included] });
    try {
      if (module.delegate) {
        ({ default: module, moduleId } = await module.delegate(context));
        include([moduleId]);
        const inner = mayRead(module, site);
        if (inner) return withProblem(inner, { module, moduleIds: [...included] });
      }
      const queries = await (module.load?.(context) ?? []);
      await Promise.all(queries.map((query) => ensure(client, query)));
      const head = module.head({ ...place, read: readFrom(client) });
      if (head.draftOf) await PreviewBar.preload();
      return { ...blank, module, moduleIds: [...included], head };
    } catch (thrown) {
      if (thrown instanceof Moved) return { ...blank, module, moduleIds: [...included], moved: thrown.to };
      if (!(thrown instanceof Problem)) report(thrown);
      const problem = problemOf(thrown, { title: t('problem.500.title'), detail: t('problem.500.detail') });
      // Nobody sent a form: a part of the address is not what it should be, and words about fields would help nobody.
      return withProblem(problem.status === 422 ? pageNotFound() : problem, { module, moduleIds: [...included] });
    }
  } catch (thrown) {
    // the page's code did not arrive: no connection, or a newer version of the site was installed meanwhile
    report(thrown);
    return withProblem(new Problem({ status: 0, code: 'offline', title: t('problem.chunk.title'), detail: t('problem.chunk.detail') }));
  }
}

/** A list that grows page by page (`infiniteQueryOptions`) keeps its data in pages, so it is asked in its own way. */
function ensure(client: QueryClient, query: PageQuery): Promise<unknown> {
  return 'initialPageParam' in query
    ? client.ensureInfiniteQueryData(query as EnsureInfiniteQueryDataOptions)
    : client.ensureQueryData(query);
}

function mayRead(module: PageModule, site: Site): Problem | null {
  if (!module.needs) return null;
  if (!site.viewer)
    return new Problem({ status: 401, code: 'sign-in-required', title: t('problem.401.title'), detail: t('problem.401.detail') });
  const { needs } = module;
  if (needs === 'account' || site.viewer.roles.some((role) => needs.includes(role))) return null;
  return new Problem({ status: 403, code: 'role-required', title: t('problem.403.title'), detail: t('problem.403.detail') });
}

function readFrom(client: QueryClient): HeadContext['read'] {
  return ((query: { queryKey: readonly unknown[] }) => {
    const answer = client.getQueryData(query.queryKey);
    if (answer === undefined) throw new Error(`head reads ${JSON.stringify(query.queryKey)}, which load does not name`);
    return answer;
  }) as HeadContext['read'];
}
