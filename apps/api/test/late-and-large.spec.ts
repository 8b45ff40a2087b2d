import { connect } from 'node:net';
import { editProposal, submitProposal, withdrawProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { proposals } from '@parvis/shared/activities/proposals/index.ts';
import { addComment } from '@parvis/shared/contracts/comments.ts';
import { addSupport, removeSupport } from '@parvis/shared/contracts/supports.ts';
import { staffRoles } from '@parvis/shared/rules/words.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aConsultation, closeOpening, type TestConsultation } from './support/consultations.ts';
import { aPerson, as, type Answer, type Person } from './support/people.ts';
import { aProposal } from './support/proposals.ts';
import { aWorld, type World } from './support/world.ts';

let app: TestApp;
let here: World;
let everything: Person;
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
  here = await aWorld(app);
  everything = await aPerson(app, here.town, { name: 'Qui peut tout', roles: staffRoles });
});
afterAll(() => app.stop());

const text = { title: 'Un banc devant la pharmacie', bodyHtml: '<p>Pour s’asseoir en attendant le bus.</p>', categoryId: 'rues' };

describe('after the phase has closed', () => {
  let ines: Person;
  let consultation: TestConsultation;
  let proposalId: string;
  beforeEach(async () => {
    ines = await aPerson(app, here.town);
    consultation = await aConsultation(app, here.town);
    proposalId = (await aProposal(app, here.town, consultation, ines)).id;
    expect((await as(app, ines).call(addSupport, { params: { contributionId: proposalId } })).status).toBe(200);
  });

  const acts: Readonly<Record<string, readonly (readonly [string, () => Promise<Answer<unknown>>])[]>> = {
    propose: [
      ['a proposal', () => as(app, ines).call(submitProposal, { params: { activityId: consultation.activity.id }, body: text })],
      [
        'a change of a proposal',
        () => as(app, ines).call(editProposal, { params: { contributionId: proposalId }, body: { ...text, revision: 1 } }),
      ],
    ],
    support: [
      ['a support', () => as(app, ines).call(addSupport, { params: { contributionId: proposalId } })],
      ['taking a support back', () => as(app, ines).call(removeSupport, { params: { contributionId: proposalId } })],
    ],
    comment: [
      ['a comment', () => as(app, ines).call(addComment, { params: { contributionId: proposalId }, body: { text: 'Trop tard ?' } })],
    ],
  };

  test('the test knows every action that a phase can open', () => {
    expect(Object.keys(acts).sort()).toEqual([...proposals.actions].sort());
  });

  test.each(Object.values(acts).flat())('%s is refused with 409 and says that the phase is closed', async (_, act) => {
    await closeOpening(app, here.town, consultation.activity.id);
    const late = await act();
    expect([late.status, late.problem.code]).toEqual([409, 'phase-closed']);
    expect(late.problem.detail).not.toBe('');
  });

  test.each(Object.values(acts).flat())(
    '%s is refused with 409 in a consultation that was closed before its time, or archived',
    async (_, act) => {
      for (const state of ['closed', 'archived'] as const) {
        await app.db.run(
          `UPDATE consultations SET state = $3, closed_at = statement_timestamp(), archived_at = CASE WHEN $3 = 'archived' THEN statement_timestamp() END WHERE municipality_id = $1 AND id = $2`,
          [here.town.id, consultation.id, state],
        );
        await app.db.run('UPDATE openings SET closes_at = statement_timestamp() WHERE municipality_id = $1 AND activity_id = $2', [
          here.town.id,
          consultation.activity.id,
        ]);
        expect((await act()).status).toBe(409);
      }
    },
  );

  test('withdrawing one’s own proposal stays possible: nobody is held to a text', async () => {
    await closeOpening(app, here.town, consultation.activity.id);
    expect(
      (await as(app, ines).call(withdrawProposal, { params: { contributionId: proposalId }, body: { reason: 'Je change d’avis.' } }))
        .status,
    ).toBe(204);
  });
});

/** Sends headers and then as much of a body as the server takes before it answers; gives the answer's first line and the bytes that were sent. */
function pour(
  head: readonly string[],
  chunk: Buffer,
  chunks: number,
  isChunked: boolean,
): Promise<{ line: string; answer: string; sent: number }> {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(app.origin).port), '127.0.0.1');
    let [sent, answer] = [0, ''];
    const finish = (): void => {
      socket.destroy();
      done({ line: answer.split('\r\n')[0]!, answer, sent });
    };
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString();
      if (/\r\n\r\n.*"code"/s.test(answer)) finish();
    });
    socket.on('error', (error) => (answer ? finish() : fail(error)));
    socket.on('close', finish);
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    const next = (left: number): void => {
      if (left === 0 || socket.destroyed || answer) return;
      const frame = isChunked ? Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]) : chunk;
      sent += chunk.length;
      if (socket.write(frame)) setImmediate(next, left - 1);
      else socket.once('drain', () => next(left - 1));
    };
    next(chunks);
  });
}

test.each([
  [
    'an address of 40,000 letters',
    [`GET /${'a'.repeat(40_000)} HTTP/1.1`, 'Host: 127.0.0.1'],
    'HTTP/1.1 431 Request Header Fields Too Large',
    'headers-too-large',
  ],
  ['what is no HTTP', ['BONJOUR'], 'HTTP/1.1 400 Bad Request', 'not-readable'],
])('%s is answered with a problem document too', async (_, head, status, code) => {
  const { line, answer: told } = await pour(head, Buffer.alloc(0), 0, false);
  expect(line).toBe(status);
  expect(told).toContain('application/problem+json');
  expect(told).toContain(`"code":"${code}"`);
});

describe('an upload that is too large', () => {
  const head = (path: string, extra: readonly string[]) => [
    `POST ${here.town.base}/api${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Cookie: ${everything.cookie}`,
    'Content-Type: application/octet-stream',
    ...extra,
  ];
  const megabyte = Buffer.alloc(1_000_000, 0x61);

  test.each([
    ['picture', 10],
    ['document', 25],
    ['scan', 25],
    ['import', 50],
    ['arms', 5],
    ['territory', 5],
  ])('as a %s is refused by what it declares, before a byte of it is sent', async (purpose, megabytes) => {
    const {
      line,
      answer: told,
      sent,
    } = await pour(head(`/files?purpose=${purpose}`, [`Content-Length: ${megabytes * 1_000_000 + 1}`]), megabyte, 0, false);
    expect([line, sent]).toEqual(['HTTP/1.1 413 Payload Too Large', 0]);
    expect(told).toContain('"code":"too-large"');
  });

  test('without a declared length is cut off at its limit, long before its end', async () => {
    const { line, sent } = await pour(head('/files?purpose=picture', ['Transfer-Encoding: chunked']), megabyte, 200, true);
    expect(line).toBe('HTTP/1.1 413 Payload Too Large');
    expect(sent).toBeLessThan(40_000_000); // 10 MB and what lies in the buffers of two sockets
  });

  test('from somebody who may not upload is not taken in at all', async () => {
    const { line, sent } = await pour(
      head('/files?purpose=cover', ['Content-Length: 9000000']).map((one) =>
        one.startsWith('Cookie') ? `Cookie: ${here.people.citizen.cookie}` : one,
      ),
      megabyte,
      0,
      false,
    );
    expect([line, sent]).toEqual(['HTTP/1.1 403 Forbidden', 0]);
  });
});
