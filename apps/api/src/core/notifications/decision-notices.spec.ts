import { writeNoticePreferences } from '@parvis/shared/contracts/notifications.ts';
import { aPerson, as } from '../../../test/support/people.ts';
import { newId } from '../../platform/ids/index.ts';
import { notify } from './index.ts';
import { NotifyJob } from './notify.job.ts';
import { noticesScene, app, town, ines, luc, aContribution, support, tell, morning, mailsTo } from '../../../test/support/notices-scene.ts';

noticesScene();

async function aDecision(contributionId: string, act: string): Promise<string> {
  const id = newId();
  const moderator = await aPerson(app, town, { roles: ['moderator'] });
  await app.db.run('INSERT INTO moderation_rule_versions (municipality_id, version) VALUES ($1, 1) ON CONFLICT DO NOTHING', [town.id]);
  await app.db.run(
    `INSERT INTO moderation_rules (municipality_id, version, number, title, body) VALUES ($1, 1, 3, 'Respecter les personnes', 'Pas d’insulte.') ON CONFLICT DO NOTHING`,
    [town.id],
  );
  await app.db.run(
    `INSERT INTO decisions (municipality_id, id, contribution_id, revision, act, rule_version, rule_number, reason, decided_by) VALUES ($1, $2, $3, 1, $4, 1, 3, 'Une personne est insultée.', $5)`,
    [town.id, id, contributionId, act, moderator.participantId],
  );
  return id;
}

test('the author of a hidden comment gets rule, reason and remedy, even with every mail switched off; whoever flagged hears the outcome', async () => {
  await as(app, luc).call(writeNoticePreferences, { body: { daily: true, off: ['comment-on-mine', 'digest', 'response-published'] } });
  const comment = await aContribution(luc, { kind: 'comment', subjectId: await aContribution(ines) });
  const decision = await aDecision(comment, 'hide');
  const flagId = newId();
  await app.db.run(
    `INSERT INTO flags (municipality_id, id, contribution_id, revision, participant_id, ground, settled_by) VALUES ($1, $2, $3, 1, $4, 'insult-hate', $5)`,
    [town.id, flagId, comment, ines.participantId, decision],
  );
  await tell({ what: 'flag-received', flagId });
  await tell({ what: 'decision-made', decisionId: decision });
  const [statement] = await mailsTo(luc);
  expect(statement).toMatchObject({
    kind: 'contribution-hidden',
    state: 'waiting',
    unsubscribe_url: null,
    subject: 'Votre commentaire sur «\u00a0Des arceaux à vélo\u00a0» n’est plus affiché',
  });
  for (const part of ['n°\u00a03', 'Respecter les personnes', 'Une personne est insultée.', 'contester cette décision'])
    expect(statement!.body_text).toContain(part);
  expect((await mailsTo(ines)).map((mail) => mail.kind)).toEqual(['flag-receipt', 'flag-decided']);
});

test('a mail about a decision cites the rule in its reader’s language', async () => {
  await app.db.run(`UPDATE accounts SET language = 'en' WHERE municipality_id = $1 AND id = $2`, [town.id, luc.accountId]);
  const decision = await aDecision(await aContribution(luc), 'hide');
  await app.db.run(
    `UPDATE moderation_rules SET texts = '{"fr": {"title": "Respecter les personnes", "body": "Pas d’insulte."}, "en": {"title": "Respect people", "body": "No insults."}}' WHERE municipality_id = $1`,
    [town.id],
  );
  await tell({ what: 'decision-made', decisionId: decision });
  const [statement] = await mailsTo(luc);
  expect(statement!.body_text).toContain('Respect people');
  expect(statement!.body_text).not.toContain('Respecter');
});

test('people who took part are told once that a stage opened or ends soon', async () => {
  const id = await aContribution(ines);
  await support(luc, id);
  for (const who of [ines, luc])
    await as(app, who).call(writeNoticePreferences, { body: { daily: false, off: who === luc ? ['phase-opened'] : [] } });
  for (let left = 2; left > 0; left -= 1) await app.app.get(NotifyJob).tellOfPhases(town.id);
  expect((await mailsTo()).map((mail) => [mail.to_address === ines.email ? 'ines' : 'luc', mail.kind]).sort()).toEqual([
    ['ines', 'phase-closing'],
    ['ines', 'phase-opened'],
    ['luc', 'phase-closing'],
  ]);
});

test('staff get one mail a day about their desks when something came, none when nothing waits', async () => {
  const moderator = await aPerson(app, town, { roles: ['moderator'] });
  const clerk = await aPerson(app, town, { roles: ['official'] });
  await morning();
  expect(await mailsTo()).toEqual([]);
  const pending = await aContribution(ines, { publication: 'pending' });
  await aContribution(luc);
  await morning();
  await morning();
  const mails = await mailsTo();
  expect(mails.map((mail) => mail.kind)).toEqual(['staff-digest', 'staff-digest']);
  expect((await mailsTo(moderator))[0]!.body_text).toContain('1 contribution attend d’être relue avant publication.');
  expect((await mailsTo(clerk))[0]!.body_text).toContain('1 proposition attend une réponse de la commune.');
  // The same again without anything new is no news, except on Mondays.
  await app.db.run(
    `UPDATE contributions SET updated_at = updated_at - interval '3 days', published_at = published_at - interval '3 days' WHERE municipality_id = $1`,
    [town.id],
  );
  await morning('2026-11-25', 3);
  expect(await mailsTo()).toHaveLength(2);
  await morning('2026-11-30', 1);
  expect(await mailsTo()).toHaveLength(4);
  expect(pending).toBeDefined();
});

test('an announced event becomes a job of the same transaction', async () => {
  const contributionId = await aContribution(ines);
  const waiting = (): Promise<{ n: number } | null> =>
    app.db.one(
      `SELECT count(*)::int AS n FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'notify' AND j.payload->'event'->>'municipalityId' = $1`,
      [town.id],
    );
  await app.db.transaction((tx) => notify(tx, { municipalityId: town.id, what: 'proposal-published', contributionId }));
  await expect(
    app.db.transaction(async (tx) => {
      await notify(tx, { municipalityId: town.id, what: 'proposal-published', contributionId });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect((await waiting())!.n).toBe(1);
});
