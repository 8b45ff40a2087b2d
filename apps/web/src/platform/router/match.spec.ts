import { findPage } from './match.ts';

const entries = ['/', '/consultations/:slug/:activity', '/consultations/:slug', '/consultations/:slug/reponses', '/p/:key', '/admin/consultations/:id', '/admin/consultations/nouvelle'].map((path) => ({ path }));
const found = (pathname: string) => { const page = findPage(entries, pathname); return page && [page.entry.path, page.params]; };

test('the most exact page of an address is shown, whatever the order of the list', () => {
  expect(found('/')).toEqual(['/', {}]);
  expect(found('/consultations/centre')).toEqual(['/consultations/:slug', { slug: 'centre' }]);
  expect(found('/consultations/centre/propositions')).toEqual(['/consultations/:slug/:activity', { slug: 'centre', activity: 'propositions' }]);
  expect(found('/consultations/centre/reponses')).toEqual(['/consultations/:slug/reponses', { slug: 'centre' }]);
  expect(found('/admin/consultations/nouvelle')).toEqual(['/admin/consultations/nouvelle', {}]);
  expect(found('/consultations/centre/reponses/attendues')).toBeNull();
});

test('capitals, a last stroke and encoded letters lead to the same page, and a lone % breaks nothing', () => {
  expect(found('/Consultations/centre/')).toEqual(['/consultations/:slug', { slug: 'centre' }]);
  expect(found('/p/12-%C3%A9cole')).toEqual(['/p/:key', { key: '12-école' }]);
  expect(found('/p/12-%')).toEqual(['/p/:key', { key: '12-%' }]);
});
