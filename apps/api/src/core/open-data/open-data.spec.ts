import { parse } from 'csv-parse/sync';
import {
  exportConsultationTable,
  exportTownTable,
  readConsultationData,
  readConsultationPackage,
  readTownData,
  readTownPackage,
} from '@parvis/shared/contracts/open-data.ts';
import { createResponse, markReady, publishResponses } from '@parvis/shared/contracts/responses.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../../test/support/consultations.ts';
import { aComment, someRules } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';
import { newId } from '../../platform/ids/index.ts';
import { TallyJob } from '../tallies/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let town: TestTown, consultation: TestConsultation, people: readonly [Person, Person, Person, Person], proposal: TestProposal;
/** A town full of people: citizens, officials, moderators, somebody on paper, somebody with nothing but an address. */
beforeEach(async () => {
  await app.db.run('DELETE FROM rate_limits');
  town = await aTown(app);
  consultation = await aConsultation(app, town);
  await someRules(app, town);
  const [ines, leo, claire, sylvie] = (people = [
    await aPerson(app, town, { name: 'Inès Quiquampoix', password: 'un mot de passe bien long' }),
    await aPerson(app, town, { name: 'Léopold Vautrin', level: 3 }),
    await aPerson(app, town, { name: 'Claire Modéstine', roles: ['moderator'] }),
    await aPerson(app, town, { name: 'Sylvie Officialis', roles: ['official'] }),
  ]);
  proposal = await aProposal(app, town, consultation, ines, {
    title: '=cmd|’/C calc’!A0',
    text: '+33 et des arbres',
    place: { lon: -1.55, lat: 47.21 },
  });
  await aProposal(app, town, consultation, leo, { title: 'Une rue aux écoles' });
  const comment = await aComment(app, consultation, leo, proposal.id, { text: '@SUM(1+9)*cmd' });
  await aComment(app, consultation, ines, proposal.id, { text: 'Merci.', stance: 'neutral', parentId: comment });
  for (const person of [ines, leo]) await as(app, person).call(addSupport, { params: { contributionId: proposal.id } });
  const mailOnly = newId();
  await app.db.run(
    `INSERT INTO participants (municipality_id, id, source, level, display_name) VALUES ($1, $2, 'mail', 1, 'Ursule Sans-Compte')`,
    [town.id, mailOnly],
  );
  await app.db.run(
    `INSERT INTO contact_points (municipality_id, id, participant_id, name, email) VALUES ($1, $2, $3, 'Ursule Sans-Compte', 'ursule@exemple.fr')`,
    [town.id, newId(), mailOnly],
  );
  await app.db.run(
    `INSERT INTO flags (municipality_id, id, contribution_id, revision, participant_id, ground) VALUES ($1, $2, $3, 1, $4, 'spam')`,
    [town.id, newId(), comment, mailOnly],
  );
  await as(app, claire).call(decide, {
    params: { contributionId: comment },
    body: { act: 'keep', rule: { version: 1, number: 1 }, reason: 'Rien à redire.', revision: 1 },
  });
  const made = await as(app, sylvie).call(createResponse, {
    params: { consultationId: consultation.id },
    body: {
      subjectIds: [proposal.id],
      status: 'accepted',
      bodyHtml: '<p>Douze tilleuls seront plantés à l’automne 2027.</p>',
      signedAs: 'La maire',
      commitments: [{ title: 'Planter douze tilleuls', dueOn: '2027-11-30', milestones: [{ title: 'Sondages', dueOn: '2027-02-15' }] }],
    },
  });
  await as(app, sylvie).call(markReady, { params: { responseId: made.body.id }, body: { ready: true } });
  await as(app, sylvie).call(publishResponses, { params: { consultationId: consultation.id }, body: { responseIds: [made.body.id] } });
  await app.app.get(TallyJob).refresh();
});

const file = (name: string, person: Pick<Person, 'town' | 'cookie'> = visitor(town)) =>
  as(app, person).call(exportConsultationTable, { params: { slug: consultation.slug, file: name } });
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

/** Every file of every table of the town, as a visitor finds them from the catalogues. */
async function everything(): Promise<Map<string, string>> {
  const catalogues = [
    (await as(app, visitor(town)).call(readTownData)).body,
    (await as(app, visitor(town)).call(readConsultationData, { params: { slug: consultation.slug } })).body,
  ];
  const addresses = catalogues.flatMap((one) => [
    one.datapackage,
    ...one.tables.flatMap((table) => [table.csv, table.json, table.schema, table.errors]),
  ]);
  const texts = await Promise.all(
    addresses.map(async (address) => {
      const answer = await fetch(`${app.origin}${address}`);
      expect([address, answer.status]).toEqual([address, 200]);
      return [address, await answer.text()] as const;
    }),
  );
  return new Map(texts);
}

test('everything that a town full of people exports names no one of them', async () => {
  const files = await everything();
  const [secrets] = await app.db.rows<{ found: string[] }>(
    `
    SELECT array_agg(DISTINCT secret) AS found FROM (
      SELECT unnest(ARRAY[email, display_name, password_hash, id::text]) AS secret FROM accounts WHERE municipality_id = $1
      UNION SELECT unnest(ARRAY[name, email]) FROM contact_points WHERE municipality_id = $1
      UNION SELECT unnest(ARRAY[id::text, CASE source WHEN 'town' THEN NULL ELSE display_name END]) FROM participants WHERE municipality_id = $1
      UNION SELECT encode(token_hash, 'hex') FROM sessions WHERE municipality_id = $1) AS personal WHERE secret IS NOT NULL`,
    [town.id],
  );
  expect(secrets!.found.length).toBeGreaterThan(18);
  const told = [...files].flatMap(([address, text]) =>
    secrets!.found.filter((secret) => text.includes(secret)).map((secret) => `${address}: ${secret}`),
  );
  expect(told).toEqual([]);
  expect([...files.values()].join('')).toContain('Une rue aux écoles');
});

test('each table comes as CSV and JSON with the same rows, and its dictionary names each column in both languages', async () => {
  const { body } = await as(app, visitor(town)).call(readConsultationData, {
    params: { slug: consultation.slug },
    query: { language: 'en' },
  });
  expect(body.tables.map((one) => one.key)).toEqual(
    expect.arrayContaining([
      'propositions--proposals',
      'propositions--supports-by-week',
      'comments',
      'revisions',
      'decisions',
      'responses',
      'response-subjects',
      'commitments',
      'milestones',
      'history',
      'phases',
      'imported-totals',
      'participation-by-day',
    ]),
  );
  for (const { key } of body.tables) {
    const [csv, json, schema, errors] = await Promise.all(
      ['csv', 'json', 'schema.json', 'errors.json'].map((ending) => file(`${key}.${ending}`)),
    );
    const records = JSON.parse(json!.text) as Record<string, unknown>[];
    const { fields } = JSON.parse(schema!.text) as { fields: { name: string; type: string; description: string }[] };
    const bytes = new Uint8Array(
      await (await fetch(`${app.origin}${town.base}/api/open-data/consultations/${consultation.slug}/tables/${key}.csv`)).arrayBuffer(),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const french = await as(app, visitor(town)).call(exportConsultationTable, {
      params: { slug: consultation.slug, file: `${key}.schema.json` },
      query: { language: 'fr' },
    });
    expect(french.status).toBe(200); // a column without its sentence would be a 500
    expect(rowsOf(csv!.text)).toHaveLength(records.length);
    expect(parse(csv!.text, { bom: true, to: 1 })[0]).toEqual(fields.map((one) => one.name));
    for (const record of records) expect(Object.keys(record)).toEqual(fields.map((one) => one.name));
    expect(fields.filter((one) => one.description.length < 2)).toEqual([]);
    expect(JSON.parse(errors!.text)).toEqual({ table: key, rows: records.length, faults: [] });
  }
});

test('a data package describes the tables as its standard asks, licence included', async () => {
  const { text } = await as(app, visitor(town)).call(readConsultationPackage, {
    params: { slug: consultation.slug },
    query: { language: 'fr' },
  });
  const described = JSON.parse(text) as {
    name: string;
    licenses: unknown[];
    resources: { name: string; path: string; schema: { fields: { name: string }[] } }[];
  };
  expect(described).toMatchObject({ name: consultation.slug, licenses: [{ name: 'etalab-2.0', title: 'Licence Ouverte 2.0' }] });
  for (const { name, path } of described.resources) {
    expect(name).toMatch(/^[a-z0-9._-]+$/);
    expect(path).toBe(`tables/${name}.csv`);
  }
  const ofTown = JSON.parse((await as(app, visitor(town)).call(readTownPackage)).text) as { resources: { name: string }[] };
  expect(ofTown.resources.map((one) => one.name)).toEqual(['consultations', 'areas', 'numbers', 'moderation-rules', 'legal-pages']);
});

test('a cell that looks like a formula stays a text, a longitude west of Greenwich stays a number', async () => {
  const [row] = rowsOf((await file('propositions--proposals.csv')).text);
  expect(row).toMatchObject({
    title: "'=cmd|’/C calc’!A0",
    body: "'+33 et des arbres",
    longitude: '-1.55',
    supports: '2',
    supports_email: '1',
    supports_register: '1',
    answered: 'true',
  });
  const [comment] = rowsOf((await file('comments.csv')).text);
  expect(comment!['body']).toBe("'@SUM(1+9)*cmd");
  const [record] = JSON.parse((await file('propositions--proposals.json')).text) as Record<string, unknown>[];
  expect(record).toMatchObject({ title: '=cmd|’/C calc’!A0', longitude: -1.55, supports: 2 });
});

test('one bad row never stops an export: it stands in the list of faults, the others follow', async () => {
  await app.db.run(`UPDATE proposals SET lon = 'NaN', lat = 'NaN' WHERE municipality_id = $1 AND id = $2`, [town.id, proposal.id]);
  await app.db.run(`UPDATE phases SET ends_at = 'infinity' WHERE municipality_id = $1 AND consultation_id = $2`, [
    town.id,
    consultation.id,
  ]);
  const answer = await file('propositions--proposals.csv');
  expect(answer.status).toBe(200);
  expect(rowsOf(answer.text).map((row) => row['title'])).toEqual(['Une rue aux écoles']);
  expect(answer.headers.get('link')).toContain('<propositions--proposals.errors.json>');
  expect(JSON.parse((await file('propositions--proposals.errors.json')).text)).toEqual({
    table: 'propositions--proposals',
    rows: 1,
    faults: [{ place: 1, column: 'longitude', reason: 'wrong-type', detail: 'expected number, found "NaN"' }],
  });
  expect(JSON.parse((await file('phases.json')).text)).toEqual([]);
});

test('one author has one pseudonym in a consultation and another one in the next; an erased person has none', async () => {
  const next = await aConsultation(app, town);
  await aProposal(app, town, next, people[0]);
  const comments = rowsOf((await file('comments.csv')).text);
  const proposals = rowsOf((await file('propositions--proposals.csv')).text);
  expect(proposals[0]!['author']).toMatch(/^[0-9a-f]{16}$/);
  expect(comments.map((one) => one['author']).sort()).toEqual(proposals.map((one) => one['author']).sort());
  const elsewhere = rowsOf(
    (await as(app, visitor(town)).call(exportConsultationTable, { params: { slug: next.slug, file: 'propositions--proposals.csv' } })).text,
  );
  expect(elsewhere[0]!['author']).not.toBe(proposals[0]!['author']);
  await app.db.run('UPDATE participants SET erased_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2', [
    town.id,
    people[0].participantId,
  ]);
  expect(rowsOf((await file('propositions--proposals.csv')).text)[0]!['author']).toBe('');
});

test('what a moderator hid leaves its place in the exports, without its words', async () => {
  await as(app, people[2]).call(decide, {
    params: { contributionId: proposal.id },
    body: { act: 'hide', rule: { version: 1, number: 1 }, reason: 'Hors du sujet de la consultation.', revision: 1 },
  });
  const [row] = rowsOf((await file('propositions--proposals.csv')).text);
  expect(row).toMatchObject({ title: '', body: '', longitude: '', moderation: 'hidden' });
  expect((await file('revisions.json')).text).not.toContain('+33 et des arbres');
});

test('the data of a draft are nobody’s, those of an invited consultation only the invited people’s', async () => {
  const [ines, leo] = people;
  const draft = await aConsultation(app, town, { state: 'draft', title: 'Un secret' });
  const invited = await aConsultation(app, town, { visibility: 'invited', title: 'Entre nous', invited: [ines] });
  await aProposal(app, town, invited, ines);
  for (const [slug, person, status] of [
    [draft.slug, visitor(town), 404],
    [draft.slug, ines, 404],
    [invited.slug, visitor(town), 404],
    [invited.slug, leo, 404],
    [invited.slug, ines, 200],
  ] as const) {
    for (const name of ['propositions--proposals.csv', 'comments.json', 'phases.errors.json']) {
      const answer = await as(app, person).call(exportConsultationTable, { params: { slug, file: name } });
      expect([slug, name, answer.status]).toEqual([slug, name, status]);
      expect(answer.headers.get('cache-control')).not.toContain('public');
    }
    expect((await as(app, person).call(readConsultationData, { params: { slug } })).status).toBe(status);
  }
  const consultations = await as(app, visitor(town)).call(exportTownTable, { params: { file: 'consultations.csv' } });
  expect(rowsOf(consultations.text).map((one) => one['slug'])).toEqual([consultation.slug]);
});

test('a table that does not exist is not found, and a strange name is refused', async () => {
  expect((await file('accounts.csv')).problem.code).toBe('data-table-not-found');
  expect((await file('..%2fcomments.csv')).status).toBe(404);
  expect((await file('comments.xlsx')).status).toBe(404);
});
