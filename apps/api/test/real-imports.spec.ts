import { readFileSync } from 'node:fs';
import { publishImport, type ImportView } from '@parvis/shared/contracts/imports.ts';
import { readyMappings, type ReadyMapping } from '@parvis/shared/rules/imports/ready-mappings.ts';
import { as } from './support/people.ts';
import { realData } from './support/real-data.ts';
import { importsScene, app, town, admin, stage, publish, count, keysOf } from './support/imports-scene.ts';

importsScene();

const folder = realData();

const real = folder ? describe : describe.skip; // the real exports are not part of the repository: they stand beside it

function importReal(file: string, mapping: ReadyMapping, source: string): Promise<ImportView> {
  return stage(readFileSync(`${folder}/${file}`), { ...readyMappings[mapping], source });
}

real('the consultation on a digital Republic (Cap Collectif)', () => {
  test('brings 464 proposals, 2,614 arguments for and against and 57,728 votes, each author once under a pseudonym', async () => {
    const checked = await importReal(
      'consultation-republique-numerique/opinions.jsonl.gz',
      'cap-collectif-opinions',
      'republique-numerique',
    );
    expect(checked).toMatchObject({ state: 'checked', rowsRead: 464, faults: 0, repeats: 0, proposals: 464, comments: 2_614 });
    expect(await keysOf('republique-numerique', 'proposal')).toBe(0);
    const published = await publish(checked.id);
    expect(published).toMatchObject({ state: 'published', proposals: 464, comments: 2_614, participants: 1_157 });
    expect(await keysOf('republique-numerique', 'proposal')).toBe(464);
    expect(
      await count(
        `comments m JOIN external_keys e ON e.municipality_id = m.municipality_id AND e.contribution_id = m.id WHERE m.municipality_id = $1 AND e.source = 'republique-numerique' AND stance IN ('for', 'against')`,
      ),
    ).toBe(2_614);
    const votes = await app.db.rows<{ label: string; votes: number }>(
      `
      SELECT t.label, sum(t.count)::int AS votes FROM imported_tallies t JOIN external_keys e ON e.municipality_id = t.municipality_id AND e.contribution_id = t.contribution_id AND e.kind = 'proposal'
      WHERE t.municipality_id = $1 AND e.source = 'republique-numerique' GROUP BY 1`,
      [town.id],
    );
    expect(votes.reduce((sum, one) => sum + one.votes, 0)).toBe(57_728);
    expect(votes.map((one) => one.label).sort()).toEqual(['D’accord', 'Mitigé', 'Pas d’accord'].sort());
    expect(await count(`contributions c WHERE municipality_id = $1 AND import_id = '${checked.id}' AND publication = 'withdrawn'`)).toBe(3);
    const names = await app.db.rows<{ display_name: string }>(
      `SELECT display_name FROM participants p JOIN external_keys e ON e.municipality_id = p.municipality_id AND e.participant_id = p.id WHERE p.municipality_id = $1 AND e.source = 'republique-numerique'`,
      [town.id],
    );
    expect(new Set(names.map((one) => one.display_name)).size).toBe(1_157);
    for (const { display_name: name } of names) expect(name).toMatch(/^Participant [0-9A-F]{4,7}$/);
  });

  test('imported again makes no double', async () => {
    const before = await count('contributions WHERE municipality_id = $1');
    const again = await importReal('consultation-republique-numerique/opinions.jsonl.gz', 'cap-collectif-opinions', 'republique-numerique');
    expect(again).toMatchObject({ state: 'checked', faults: 0, repeats: 464 + 2_614, proposals: 0, comments: 0 });
    const refused = await as(app, admin).call(publishImport, { params: { importId: again.id }, body: { leaveOutFaulty: false } });
    expect([refused.status, refused.problem.code]).toEqual([409, 'import-empty']);
    expect(await count('contributions WHERE municipality_id = $1')).toBe(before);
  });

  test('leaves a commitment for each text, one first version each, and one line of history', async () => {
    const { id } = (await app.db.one<{ id: string }>(
      `SELECT id FROM imports WHERE municipality_id = $1 AND source = 'republique-numerique' AND state = 'published'`,
      [town.id],
    ))!;
    expect(
      await count(
        `outbox WHERE municipality_id = $1 AND topic IN ('proposal.imported', 'comment.imported') AND subject->>'importId' = $2`,
        [id],
      ),
    ).toBe(464 + 2_614);
    expect(
      await count(
        `revisions r JOIN contributions c ON c.municipality_id = r.municipality_id AND c.id = r.contribution_id WHERE r.municipality_id = $1 AND c.import_id = $2`,
        [id],
      ),
    ).toBe(464 + 2_614);
    expect(await count(`history WHERE municipality_id = $1 AND act = 'imported' AND detail->>'importId' = $2`, [id])).toBe(1);
    expect(await count(`import_rows WHERE municipality_id = $1 AND import_id = $2`, [id])).toBe(0);
  });
});

real('the debates of Lille (Decidim)', () => {
  test('bring 20 debates as proposals, 400 comments in two levels, and 129 free proposals', async () => {
    const debates = await publish((await importReal('decidim-grand-debat-local/debates.csv', 'decidim-debates', 'lille')).id);
    expect(debates).toMatchObject({ state: 'published', proposals: 20, participants: 1 });
    const checked = await importReal('decidim-grand-debat-local/debate_comments.csv', 'decidim-debate-comments', 'lille');
    expect(checked).toMatchObject({ faults: 0, notices: 0, comments: 400 });
    expect(await publish(checked.id)).toMatchObject({ state: 'published', comments: 400, participants: 101 });
    const levels = await app.db.rows<{ depth: number; n: number; kept: number }>(
      `
      SELECT m.depth, count(*)::int AS n, count(m.source_parent)::int AS kept FROM comments m JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id WHERE m.municipality_id = $1 AND c.import_id = $2 GROUP BY 1 ORDER BY 1`,
      [town.id, checked.id],
    );
    expect(levels).toEqual([
      { depth: 1, n: 322, kept: 0 },
      { depth: 2, n: 78, kept: 12 },
    ]);
    const stances = await app.db.rows<{ stance: string; n: number }>(
      `SELECT m.stance, count(*)::int AS n FROM comments m JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id WHERE m.municipality_id = $1 AND c.import_id = $2 GROUP BY 1 ORDER BY 1`,
      [town.id, checked.id],
    );
    expect(stances).toEqual([
      { stance: 'against', n: 18 },
      { stance: 'for', n: 45 },
      { stance: 'neutral', n: 337 },
    ]);
    const free = await publish((await importReal('decidim-grand-debat-local/proposals.csv', 'decidim-proposals', 'lille')).id);
    expect(free).toMatchObject({ state: 'published', proposals: 129, participants: 1 });
    expect(await count(`participants WHERE municipality_id = $1 AND display_name = 'Auteur non indiqué'`)).toBe(2);
  });
});

real('Decide Madrid (CONSUL)', () => {
  test('brings 54 proposals and 3,407 comments; deep replies attach to level two and keep their parent', async () => {
    const proposalsOf = await publish((await importReal('decide-madrid/proposals.csv', 'consul-proposals', 'madrid')).id);
    expect(proposalsOf).toMatchObject({ state: 'published', proposals: 54 });
    expect(
      await count(
        `imported_tallies t JOIN external_keys e ON e.municipality_id = t.municipality_id AND e.contribution_id = t.contribution_id WHERE t.municipality_id = $1 AND e.source = 'madrid' AND t.label = 'Soutiens'`,
      ),
    ).toBe(54);
    const checked = await importReal('decide-madrid/comments.csv.gz', 'consul-comments', 'madrid');
    expect(checked).toMatchObject({ faults: 0, comments: 3_407 });
    const published = await publish(checked.id);
    expect(published.comments).toBe(3_407);
    expect(proposalsOf.participants + published.participants).toBe(1_486);
    const wrong = await count(
      `comments m JOIN comments p ON p.municipality_id = m.municipality_id AND p.id = m.parent_id WHERE m.municipality_id = $1 AND (p.depth <> 1 OR p.subject_id <> m.subject_id)`,
    );
    expect(wrong).toBe(0);
    const source = await app.db.rows<{ depth: number; n: number }>(
      `SELECT m.depth, count(*)::int AS n FROM comments m JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id WHERE m.municipality_id = $1 AND c.import_id = $2 AND m.source_parent IS NOT NULL GROUP BY 1 ORDER BY 1`,
      [town.id, checked.id],
    );
    expect(source.find((one) => one.depth === 1)?.n).toBe(checked.notices); // what they answered is in no file
    expect(source.find((one) => one.depth === 2)!.n).toBeGreaterThan(700);
    expect(await count(`contributions WHERE municipality_id = $1 AND import_id = '${checked.id}' AND publication = 'erased'`)).toBe(43);
  });
});
