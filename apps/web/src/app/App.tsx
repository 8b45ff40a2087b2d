import { Suspense, use, useDeferredValue } from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { Site } from '@parvis/shared/contracts/site.ts';
import { LANG } from '../platform/lang.ts';
import type { Location } from '../platform/router/location.ts';
import { LocationProvider, ParamsProvider, SiteRouter, useCurrentLocation } from '../platform/router/router.tsx';
import { SiteProvider } from '../platform/site.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { Layout } from './layout/Layout.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { PreparedPagesProvider, usePreparedPages, type PreparedPages } from './prepared-pages.ts';
import { PreviewBar } from './preview-bar.ts';
import { useArrival } from './use-arrival.ts';

/** The whole site, for the browser and for the server, which names the `place` it renders. */
export function App({
  site,
  client,
  pages,
  place,
}: {
  site: Site;
  client: QueryClient;
  pages: PreparedPages;
  place?: Pick<Location, 'pathname' | 'search'>;
}) {
  return (
    <SiteProvider value={site}>
      <QueryClientProvider client={client}>
        <PreparedPagesProvider value={pages}>
          <SiteRouter base={`${site.base}/${LANG}`} place={place}>
            <ToastProvider>
              <Frame />
            </ToastProvider>
          </SiteRouter>
        </PreparedPagesProvider>
      </QueryClientProvider>
    </SiteProvider>
  );
}

/**
 * The page being read stays in sight until the next one has its code and its data; meanwhile a line at the top moves.
 * A page that has both, to which the reader goes back, shows at once: the browser then looks for the place where one was.
 */
function Frame() {
  const location = useCurrentLocation();
  const deferred = useDeferredValue(location);
  const shown = usePreparedPages().isReady(location) ? location : deferred;
  return (
    <LocationProvider value={shown}>
      <Layout path={shown.pathname} pending={shown !== location}>
        <ErrorBoundary visit={shown.key}>
          <Suspense fallback={<LoadingState />}>
            <CurrentPage location={shown} />
          </Suspense>
        </ErrorBoundary>
      </Layout>
    </LocationProvider>
  );
}

function CurrentPage({ location }: { location: Location }) {
  const found = usePreparedPages().get(location);
  const prepared = found instanceof Promise ? use(found) : found;
  useArrival(prepared, location);
  if (prepared.moved !== null) return <LoadingState />;
  if (prepared.problem || !prepared.module) return <ProblemPage problem={prepared.problem} />;
  const { Page } = prepared.module;
  const { draftOf } = prepared.head;
  return (
    <ParamsProvider value={prepared.place.params}>
      {draftOf && <PreviewBar consultationId={draftOf} />}
      <Page key={location.pathname} />
    </ParamsProvider>
  );
}
