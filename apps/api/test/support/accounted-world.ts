import { mergeProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { withdrawProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { withdrawComment } from '@parvis/shared/contracts/comments.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { recountPeople } from '../../src/core/consultations/index.ts';
import { TallyJob } from '../../src/core/tallies/index.ts';
import type { TestApp } from './app.ts';
import { aConsultation, type TestConsultation } from './consultations.ts';
import { aComment, someRules } from './debates.ts';
import { aPerson, aTown, as, type Person, type TestTown } from './people.ts';
import { aProposal, type TestProposal } from './proposals.ts';

/** Words of what was removed: none of them is in anything public. */
const removedWords = { title: 'Un titre qui ne sort pas', text: 'Un texte qui ne sort pas.' };

/** `numberOf` and `comments` name each by what became of it. */
export interface AccountedWorld {
  readonly town: TestTown;
  readonly consultation: TestConsultation;
  readonly ines: Person;
  readonly leo: Person;
  readonly claire: Person;
  readonly numberOf: Readonly<Record<string, TestProposal>>;
  readonly comments: Readonly<Record<string, string>>;
}

/** A consultation in which everything happened: each thing that can become of a proposal or a comment, once. */
export async function anAccountedWorld(app: TestApp): Promise<AccountedWorld> {
  const town = await aTown(app);
  const consultation = await aConsultation(app, town);
  await someRules(app, town);
  const [ines, leo, claire] = [
    await aPerson(app, town, { name: 'Inès' }),
    await aPerson(app, town, { name: 'Léo', level: 3 }),
    await aPerson(app, town, { name: 'Claire', roles: ['moderator'] }),
  ];
  const made = (wanted: Parameters<typeof aProposal>[4] = {}) => aProposal(app, town, consultation, ines, wanted);
  const invited = await aConsultation(app, town, { visibility: 'invited' });
  const numberOf: Readonly<Record<string, TestProposal>> = {
    shown: await made({ title: 'Une rue aux écoles', categoryId: 'velo', areaId: null }),
    big: await made({ title: 'Le groupe', status: 'accepted' }),
    merged: await made({ title: 'Regroupée' }),
    hidden: await made(removedWords),
    toCorrect: await made(removedWords),
    locked: await made({ title: 'Fermée' }),
    withdrawn: await made({ title: 'Reprise' }),
    erased: await made(removedWords),
    waiting: await made({ ...removedWords, publication: 'pending' }),
    refused: await made({ ...removedWords, publication: 'pending' }),
    elsewhere: await aProposal(app, town, invited, ines, removedWords),
  };
  for (const [name, people] of [
    ['shown', [leo]],
    ['big', [ines, leo]],
    ['merged', [leo, claire]],
    ['hidden', [leo]],
    ['locked', [leo]],
  ] as const) {
    for (const person of people)
      expect((await as(app, person).call(addSupport, { params: { contributionId: numberOf[name]!.id } })).status).toBe(200);
  }
  const on = (name: string, wanted: Parameters<typeof aComment>[4] = {}) => aComment(app, consultation, leo, numberOf[name]!.id, wanted);
  const argument = await on('shown', { text: 'Pour.' });
  const comments: Readonly<Record<string, string>> = {
    argument,
    reply: await on('shown', { text: 'Oui.', stance: 'for', parentId: argument }),
    against: await on('big', { stance: 'against' }),
    hidden: await on('shown', { text: removedWords.text }),
    withdrawn: await on('shown', { text: removedWords.text }),
    onHidden: await on('hidden', { text: 'Resté lisible.' }),
    refused: await on('shown', { text: removedWords.text, publication: 'pending' }),
  };
  const judge = async (contributionId: string, act: 'hide' | 'ask-correction' | 'refuse' | 'lock', number: number): Promise<void> => {
    expect(
      (
        await as(app, claire).call(decide, {
          params: { contributionId },
          body: { act, rule: { version: 1, number }, reason: 'Une raison écrite.', revision: 1 },
        })
      ).status,
    ).toBe(200);
  };
  await judge(numberOf['hidden']!.id, 'hide', 2);
  await judge(numberOf['toCorrect']!.id, 'ask-correction', 4);
  await judge(numberOf['refused']!.id, 'refuse', 3);
  await judge(numberOf['locked']!.id, 'lock', 1);
  await judge(comments['hidden']!, 'hide', 2);
  await judge(comments['refused']!, 'refuse', 3);
  await as(app, leo).call(withdrawComment, { params: { contributionId: comments['withdrawn']! } });
  await as(app, ines).call(withdrawProposal, { params: { contributionId: numberOf['withdrawn']!.id }, body: { reason: 'Déjà dite.' } });
  await as(app, claire).call(mergeProposal, {
    params: { contributionId: numberOf['merged']!.id },
    body: { into: numberOf['big']!.number, reason: 'La même.' },
  });
  await app.db.run(`UPDATE contributions SET publication = 'erased' WHERE municipality_id = $1 AND id = $2`, [
    town.id,
    numberOf['erased']!.id,
  ]);
  await app.app.get(TallyJob).refresh();
  await recountPeople(app.db, town.id, consultation.id);
  return { town, consultation, ines, leo, claire, numberOf, comments };
}
