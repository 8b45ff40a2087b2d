import '../ui/global.css'; // first: it names the layers in their order
import { AsyncLocalStorage } from 'node:async_hooks';
import { renderToString } from 'react-dom/server';
import { dehydrate } from '@tanstack/react-query';
import type { Site } from '@parvis/shared/contracts/site.ts';
import { setTransport, type Transport } from '../platform/call.ts';
import { UNNAMED_VISIT } from '../platform/router/router.tsx';
import { Problem, type ProblemDocument } from '../platform/problem.ts';
import { makeQueryClient } from '../platform/query-client.ts';
import { App } from './App.tsx';
import { documentOf } from './document.ts';
import type { Assets } from './assets.ts';
import { prepare } from './prepare.ts';
import { PreparedPages } from './prepared-pages.ts';

/** What the server gives to render one page. `path` and `search` are the address below `<base>/<language>`. */
export interface RenderInput {
  readonly path: string;
  readonly search: string;
  readonly site: Site;
  /** Calls the API in process, as the reader. @throws a plain problem document (status, code, title, detail) */
  readonly call: Transport;
  readonly assets: Assets;
  /** Hears of errors that the page shows as a problem. */
  readonly report: (thrown: unknown) => void;
  /** Version of the town's stylesheet, for its address. */
  readonly themeVersion: string;
  /** Shown instead of the page: a refusal that was met before rendering, such as a suspended town. */
  readonly problem: ProblemDocument | null;
}

/** A rendered page, or where to go instead (an address below the language, for ever). */
export interface RenderedPage {
  readonly status: number;
  readonly html: string;
  readonly movedTo: string | null;
  /** Seconds for which shared caches may keep the page for visitors who are not signed in; 0 when they may not. */
  readonly sharedSeconds: number;
}

const transports = new AsyncLocalStorage<Transport>();
setTransport(async (route, call) => {
  const transport = transports.getStore();
  if (!transport) throw new Error('call() outside of a page being rendered');
  try {
    return await transport(route, call);
  } catch (thrown) {
    throw isProblem(thrown) ? new Problem(thrown) : thrown;
  }
});

function isProblem(thrown: unknown): thrown is ProblemDocument {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'code' in thrown && 'title' in thrown;
}

/** Renders one page with its data. All data is read before React starts, so that rendering never waits and is one string. */
export function renderPage(input: RenderInput): Promise<RenderedPage> {
  return transports.run(input.call, async () => {
    const { site, path, search, assets, themeVersion } = input;
    const client = makeQueryClient();
    const visit = { pathname: path, search, key: UNNAMED_VISIT };
    const prepared = await prepare(visit, site, client, input.problem && new Problem(input.problem), input.report);
    if (prepared.moved !== null) return { status: 301, html: '', movedTo: prepared.moved, sharedSeconds: 0 };
    const pages = new PreparedPages(site, client);
    pages.put(visit, prepared);
    const body = renderToString(<App site={site} client={client} pages={pages} place={visit} />);
    const state = { site, queries: dehydrate(client), problem: prepared.problem };
    const html = documentOf({ site, path, body, state, assets, themeVersion, head: prepared.head, moduleIds: prepared.moduleIds });
    client.clear();
    const status = prepared.problem ? prepared.problem.status || 503 : 200;
    return { status, html, movedTo: null, sharedSeconds: status === 200 ? (prepared.module?.sharedSeconds ?? 0) : 0 };
  });
}
