import { follow, readFollow, readNoticePreferences, unfollow, writeNoticePreferences } from '@parvis/shared/contracts/notifications.ts';
import { unsubscribe } from '@parvis/shared/contracts/mails.ts';
import { aPerson, as, visitor } from '../../../test/support/people.ts';
import { newId } from '../../platform/ids/index.ts';
import {
  noticesScene,
  app,
  town,
  consultation,
  ines,
  luc,
  official,
  aContribution,
  support,
  tell,
  morning,
  mailsTo,
} from '../../../test/support/notices-scene.ts';

noticesScene();

async function aResponse(contributionIds: readonly string[]): Promise<string> {
  const id = newId();
  await app.db.run(
    `
    INSERT INTO responses (municipality_id, id, consultation_id, state, status, body_html, body_text, signed_as, participant_id, published_at)
    VALUES ($1, $2, $3, 'published', 'accepted-changed', '<p>Vingt arceaux.</p>', 'Vingt arceaux seront posés.', 'Claire D., maire', $4, statement_timestamp())`,
    [town.id, id, consultation.id, official.participantId],
  );
  for (const one of contributionIds)
    await app.db.run('INSERT INTO response_subjects (municipality_id, response_id, contribution_id) VALUES ($1, $2, $3)', [
      town.id,
      id,
      one,
    ]);
  return id;
}

test('author, supporters, commenters and followers hear of a response once each; the official who published it does not', async () => {
  const [arceaux, banc] = [await aContribution(ines), await aContribution(luc, { title: 'Un banc à l’ombre' })];
  const [supporter, commenter, follower, stranger] = [
    await aPerson(app, town),
    await aPerson(app, town),
    await aPerson(app, town),
    await aPerson(app, town),
  ];
  await support(supporter, arceaux);
  await support(supporter, banc);
  await support(official, arceaux);
  await aContribution(commenter, { kind: 'comment', subjectId: arceaux });
  await as(app, follower).call(follow, { params: { contributionId: banc } });
  await tell({ what: 'response-published', responseId: await aResponse([arceaux, banc]), actorId: official.participantId }, 3);
  const mails = await mailsTo();
  expect(mails.map((mail) => mail.to_address).sort()).toEqual([ines, luc, supporter, commenter, follower].map((one) => one.email).sort());
  expect(await mailsTo(stranger)).toEqual([]);
  const [own] = await mailsTo(ines);
  expect(own!.subject).toBe('La commune répond à «\u00a0Des arceaux à vélo\u00a0»');
  expect(own!.body_text).toContain('retenue avec modifications');
  expect(own!.body_text).toContain('Vingt arceaux seront posés.');
  expect(own!.body_text).toContain('vous êtes l’auteur');
  expect((await mailsTo(supporter))[0]!.body_text).toContain('• Un banc à l’ombre');
});

test('who no longer follows hears nothing, though a supporter; who switched a kind off gets none of it', async () => {
  const id = await aContribution(ines);
  const [left, quiet] = [await aPerson(app, town), await aPerson(app, town)];
  await support(left, id);
  await support(quiet, id);
  expect((await as(app, left).call(readFollow, { params: { contributionId: id } })).body).toEqual({
    contributionId: id,
    isOn: true,
    byDefault: true,
  });
  expect((await as(app, left).call(unfollow, { params: { contributionId: id } })).body).toMatchObject({ isOn: false });
  expect((await as(app, quiet).call(readNoticePreferences)).body).toEqual({ daily: true, off: [] });
  expect((await as(app, quiet).call(writeNoticePreferences, { body: { daily: true, off: ['response-published'] } })).body.off).toEqual([
    'response-published',
  ]);
  await tell({ what: 'response-published', responseId: await aResponse([id]) });
  expect((await mailsTo()).map((mail) => mail.to_address)).toEqual([ines.email]);
  expect((await as(app, visitor(town)).call(follow, { params: { contributionId: id } })).problem.code).toBe('sign-in-required');
  expect(
    (await as(app, luc).call(follow, { params: { contributionId: await aContribution(ines, { publication: 'draft' }) } })).problem.code,
  ).toBe('contribution-not-found');
});

test('what can wait comes in one mail a day, grouped by contribution, never twice and never empty', async () => {
  const [arceaux, banc] = [await aContribution(ines), await aContribution(ines, { title: 'Un banc à l’ombre' })];
  for (let left = 3; left > 0; left -= 1)
    await tell({
      what: 'comment-published',
      contributionId: await aContribution(luc, { kind: 'comment', subjectId: arceaux }),
      actorId: luc.participantId,
    });
  await tell({ what: 'status-changed', contributionId: banc, status: 'under-study' }, 2);
  expect(await mailsTo()).toEqual([]);
  await morning();
  await morning();
  const [digest, ...more] = await mailsTo();
  expect(more).toEqual([]);
  expect(digest).toMatchObject({ to_address: ines.email, kind: 'digest' });
  expect(digest!.subject).toMatch(/^Du nouveau\u00a0: .* et 1 autre$/);
  expect(digest!.body_text).toContain('Des arceaux à vélo\n• 3 nouveaux commentaires');
  expect(digest!.body_text).toContain('Un banc à l’ombre\n• Nouveau statut\u00a0: à l’étude');
  await tell({ what: 'status-changed', contributionId: banc, status: 'accepted' });
  await morning();
  expect(await mailsTo()).toHaveLength(1); // today's mail has left; the rest waits until tomorrow
});

test('a comment that moderation hid before the morning is in no mail', async () => {
  const id = await aContribution(ines);
  const comment = await aContribution(luc, { kind: 'comment', subjectId: id });
  await tell({ what: 'comment-published', contributionId: comment });
  await app.db.run(`UPDATE contributions SET moderation = 'hidden' WHERE municipality_id = $1 AND id = $2`, [town.id, comment]);
  await morning();
  expect(await mailsTo()).toEqual([]);
});

test('who wants everything at once is told at once; a reply goes to the author of the comment, who hears nothing of the own one', async () => {
  await as(app, luc).call(writeNoticePreferences, { body: { daily: false, off: [] } });
  const id = await aContribution(ines);
  const comment = await aContribution(luc, { kind: 'comment', subjectId: id });
  await tell({ what: 'comment-published', contributionId: comment, actorId: luc.participantId });
  const reply = await aContribution(ines, { kind: 'comment', subjectId: id, parentId: comment });
  await tell({ what: 'comment-published', contributionId: reply, actorId: ines.participantId });
  expect((await mailsTo()).map((mail) => [mail.to_address, mail.kind])).toEqual([[luc.email, 'reply-to-mine']]);
  expect((await mailsTo(luc))[0]!.subject).toBe('Une réponse à votre commentaire sur «\u00a0Des arceaux à vélo\u00a0»');
});

test('the link of the mail of the day stops that mail', async () => {
  const id = await aContribution(ines);
  for (const status of ['under-study', 'accepted']) await tell({ what: 'status-changed', contributionId: id, status });
  await morning();
  const [digest] = await mailsTo(ines);
  expect(digest!.unsubscribe_url).toContain('.digest.');
  await app.db.run('INSERT INTO mail_optouts (municipality_id, participant_id, kind) VALUES ($1, $2, $3)', [
    town.id,
    ines.participantId,
    'digest',
  ]);
  await app.db.run(`UPDATE notices SET mailed_at = mailed_at - interval '1 day' WHERE municipality_id = $1`, [town.id]);
  await tell({ what: 'status-changed', contributionId: id, status: 'done' });
  await morning('2026-11-25', 3);
  expect(await mailsTo(ines)).toHaveLength(1);
  expect(unsubscribe.path).toBe('/mails/unsubscribe/:token');
});
