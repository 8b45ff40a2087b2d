import { addSupport, readLiveCounts, watchLiveCounts, type LiveCounts } from '@parvis/shared/contracts/supports.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';
import { until } from '../../../test/support/until.ts';
import { clientNetwork } from '../../platform/http/index.ts';
import { TallyJob } from './index.ts';

let app: TestApp;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
let proposal: TestProposal;
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  town = await aTown(app);
  ines = await aPerson(app, town);
  consultation = await aConsultation(app, town);
  proposal = await aProposal(app, town, consultation, ines);
});

/** A page that is open: its stream of counts, from `address`, signed in with `cookie`. */
async function watch({ address = '10.9.0.1', cookie = '' } = {}): Promise<{ response: Response; close(): void }> {
  const stop = new AbortController();
  const response = await fetch(
    `${app.origin}${town.base}/api${watchLiveCounts.path.replace(':activityId', consultation.activity.id)}?ids=${proposal.id}`,
    { signal: stop.signal, headers: { 'x-forwarded-for': address, cookie } },
  );
  return { response, close: () => stop.abort() };
}

test('an open page hears of a new support within two seconds', async () => {
  const { response, close } = await watch();
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (words: string): Promise<void> => {
    while (!heard.includes(words)) heard += (await reader.read()).value ?? '';
  };
  await until('"supports":0');
  await as(app, ines).call(addSupport, { params: { contributionId: proposal.id } });
  await app.app.get(TallyJob).refresh();
  const started = performance.now();
  await until('"supports":1');
  expect(performance.now() - started).toBeLessThan(2_000);
  close();
});

test('a page that polls is told that nothing changed without being told the figures again', async () => {
  const poll = (headers = {}) =>
    as(app, visitor(town)).call(readLiveCounts, { params: { activityId: consultation.activity.id }, query: { ids: proposal.id }, headers });
  const first = await poll();
  expect((first.body as LiveCounts).counts).toMatchObject([{ contributionId: proposal.id, supports: 0 }]);
  expect((await poll({ 'if-none-match': first.headers.get('etag')! })).status).toBe(304);
  await as(app, ines).call(addSupport, { params: { contributionId: proposal.id } });
  await app.app.get(TallyJob).refresh();
  expect((await poll({ 'if-none-match': first.headers.get('etag')! })).status).toBe(200);
});

test('one connection does not take the streams of all: beyond its fifty it is told so, others get theirs, and a closed page makes room', async () => {
  const many = await Promise.all(Array.from({ length: 50 }, () => watch({ address: '10.9.0.2' })));
  expect(new Set(many.map(({ response }) => response.status))).toEqual(new Set([200]));
  const { response: refused } = await watch({ address: '10.9.0.2' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect(await refused.json()).toMatchObject({ code: 'too-many-own-watchers', detail: expect.stringContaining('toutes les dix secondes') });
  const other = await watch({ address: '10.9.0.3' });
  expect(other.response.status).toBe(200);
  many.pop()!.close();
  const again = await until(async () => {
    // the server hears of the closed page a moment later
    const one = await watch({ address: '10.9.0.2' });
    return one.response.status === 200 && one;
  }, 5);
  for (const one of [...many, other, again]) one.close();
});

test('one account does not take them from many addresses either, nor one office from the addresses of its IPv6 network', async () => {
  const own = await Promise.all(Array.from({ length: 10 }, (_, at) => watch({ address: `10.9.1.${at}`, cookie: ines.cookie })));
  expect(new Set(own.map(({ response }) => response.status))).toEqual(new Set([200]));
  expect((await watch({ address: '10.9.1.200', cookie: ines.cookie })).response.status).toBe(429);
  const office = await Promise.all(Array.from({ length: 50 }, (_, at) => watch({ address: `2001:db8:1:2::${(at + 1).toString(16)}` })));
  expect((await watch({ address: '2001:db8:1:2:ffff:ffff:ffff:ffff' })).response.status).toBe(429);
  const neighbour = await watch({ address: '2001:db8:1:3::1' });
  expect(neighbour.response.status).toBe(200);
  for (const one of [...own, ...office, neighbour]) one.close();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['1:2:3::4:5:6:7', '1:2:3:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});
