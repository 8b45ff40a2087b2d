import '../ui/global.css'; // first: it names the layers in their order
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { hydrate, type DehydratedState } from '@tanstack/react-query';
import type { Site } from '@parvis/shared/contracts/site.ts';
import { setTransport } from '../platform/call.ts';
import { httpTransport } from '../platform/http-transport.ts';
import { LANG } from '../platform/lang.ts';
import { firstLocation } from '../platform/router/router.tsx';
import { Problem, type ProblemDocument } from '../platform/problem.ts';
import { makeQueryClient } from '../platform/query-client.ts';
import { watchEarlyInput } from '../platform/early-input.ts';
import { App } from './App.tsx';
import { prepare } from './prepare.ts';
import { PreparedPages } from './prepared-pages.ts';

/** What the server hands over inside the page; see entry-server.tsx. */
export interface PageState {
  readonly site: Site;
  readonly queries: DehydratedState;
  readonly problem: ProblemDocument | null;
}

async function start(): Promise<void> {
  const { site, queries, problem } = JSON.parse(document.getElementById('etat')!.textContent) as PageState;
  setTransport(httpTransport(site.base));
  const client = makeQueryClient();
  hydrate(client, queries);
  const visit = firstLocation(`${site.base}/${LANG}`);
  const pages = new PreparedPages(site, client);
  pages.put(visit, await prepare(visit, site, client, problem && new Problem(problem)));
  watchEarlyInput();
  hydrateRoot(
    document.getElementById('page')!,
    <StrictMode>
      <App site={site} client={client} pages={pages} />
    </StrictMode>,
  );
}

void start();
