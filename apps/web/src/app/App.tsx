import { Suspense, use, useDeferredValue } from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Route, Routes, useLocation, type Location } from 'react-router';
import type { Site } from '@parvis/shared/contracts/site.ts';
import { SiteProvider } from '../platform/site.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { Layout } from './layout/Layout.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { PreparedPagesProvider, usePreparedPages, type PreparedPages } from './prepared-pages.ts';
import { routes } from './routes.ts';
import { useArrival } from './use-arrival.ts';

/** The whole site, inside a router that the entry brings. */
export function App({ site, client, pages }: { site: Site; client: QueryClient; pages: PreparedPages }) {
  return (
    <SiteProvider value={site}>
      <QueryClientProvider client={client}>
        <PreparedPagesProvider value={pages}>
          <ToastProvider><Frame /></ToastProvider>
        </PreparedPagesProvider>
      </QueryClientProvider>
    </SiteProvider>
  );
}

/** The page being read stays in sight until the next one has its code and its data; meanwhile a line at the top moves. */
function Frame() {
  const location = useLocation();
  const shown = useDeferredValue(location);
  return (
    <Layout path={shown.pathname} pending={shown !== location}>
      <ErrorBoundary visit={shown.key}>
        <Suspense fallback={<LoadingState />}>
          <Routes location={shown}>
            {routes.map((entry) => <Route key={entry.path} path={entry.path} element={<CurrentPage location={shown} />} />)}
            <Route path="*" element={<CurrentPage location={shown} />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Layout>
  );
}

function CurrentPage({ location }: { location: Location }) {
  const found = usePreparedPages().get(location);
  const prepared = found instanceof Promise ? use(found) : found;
  useArrival(prepared, location);
  if (prepared.moved !== null) return <LoadingState />;
  if (prepared.problem || !prepared.module) return <ProblemPage problem={prepared.problem} />;
  const { Page } = prepared.module;
  return <Page key={location.pathname} />;
}
