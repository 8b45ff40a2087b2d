import { findPage, mostExactFirst } from './match.ts';

const pages = mostExactFirst(
  [
    '/',
    '/consultations/:slug/:activity',
    '/consultations/:slug',
    '/consultations/:slug/reponses',
    '/p/:key',
    '/admin/consultations/:id',
    '/admin/consultations/nouvelle',
  ].map((path) => ({ path })),
);
const found = (pathname: string) => {
  const page = findPage(pages, pathname);
  return page && [page.entry.path, page.params];
};

test('the most exact page of an address is shown, whatever the order of the list', () => {
  expect(found('/')).toMatchObject(['/', {}]);
  expect(found('/consultations/centre')).toMatchObject(['/consultations/:slug', { slug: 'centre' }]);
  expect(found('/consultations/centre/propositions')).toMatchObject([
    '/consultations/:slug/:activity',
    { slug: 'centre', activity: 'propositions' },
  ]);
  expect(found('/consultations/centre/reponses')).toMatchObject(['/consultations/:slug/reponses', { slug: 'centre' }]);
  expect(found('/admin/consultations/nouvelle')).toMatchObject(['/admin/consultations/nouvelle', {}]);
  expect(found('/consultations/centre/reponses/attendues')).toBeNull();
});

test('capitals, a last stroke and encoded letters lead to the same page, and a lone % breaks nothing', () => {
  expect(found('/Consultations/centre/')).toMatchObject(['/consultations/:slug', { slug: 'centre' }]);
  expect(found('/p/12-%C3%A9cole')).toMatchObject(['/p/:key', { key: '12-école' }]);
  expect(found('/p/12-%')).toMatchObject(['/p/:key', { key: '12-%' }]);
});
