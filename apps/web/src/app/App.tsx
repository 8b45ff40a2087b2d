import { Suspense, use, useDeferredValue } from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { Site } from '@parvis/shared/contracts/site.ts';
import type { History } from '../platform/router/history.ts';
import type { Location } from '../platform/router/location.ts';
import { HistoryProvider, LocationProvider, ParamsProvider, useCurrentLocation } from '../platform/router/router.tsx';
import { SiteProvider } from '../platform/site.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { Layout } from './layout/Layout.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { PreparedPagesProvider, usePreparedPages, type PreparedPages } from './prepared-pages.ts';
import { PreviewBar } from './preview-bar.ts';
import { useArrival } from './use-arrival.ts';

/** The whole site, for the browser and for the server. */
export function App({ site, client, pages, history }: { site: Site; client: QueryClient; pages: PreparedPages; history: History }) {
  return (
    <SiteProvider value={site}>
      <QueryClientProvider client={client}>
        <PreparedPagesProvider value={pages}>
          <HistoryProvider value={history}>
            <ToastProvider><Frame /></ToastProvider>
          </HistoryProvider>
        </PreparedPagesProvider>
      </QueryClientProvider>
    </SiteProvider>
  );
}

/** The page being read stays in sight until the next one has its code and its data; meanwhile a line at the top moves. */
function Frame() {
  const location = useCurrentLocation();
  const shown = useDeferredValue(location);
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
  return <ParamsProvider value={prepared.place.params}>{draftOf && <PreviewBar consultationId={draftOf} />}<Page key={location.pathname} /></ParamsProvider>;
}
