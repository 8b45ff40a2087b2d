import { addComment } from '@parvis/shared/contracts/comments.ts';
import { createResponse, markReady, publishResponses } from '@parvis/shared/contracts/responses.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { TallyJob } from '../../../api/src/core/tallies/index.ts';
import { aConsultation, type TestConsultation } from '../../../api/test/support/consultations.ts';
import { aPerson, aTown, as, type Person, type TestTown } from '../../../api/test/support/people.ts';
import { aProposal, type TestProposal } from '../../../api/test/support/proposals.ts';
import type { TestSite } from './site.ts';

const outline = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [1.08, 45.18],
        [1.16, 45.16],
        [1.22, 45.2],
        [1.2, 45.27],
        [1.12, 45.28],
        [1.07, 45.24],
        [1.08, 45.18],
      ],
    ],
  ],
};

/** A call for proposals as a reader meets it: 26 proposals, one of them (`trees`) supported, discussed and answered; `list` is its address in the town. */
export async function aCallForProposals(
  site: TestSite,
): Promise<{ town: TestTown; ines: Person; consultation: TestConsultation; trees: TestProposal; list: string }> {
  const town = await aTown(site);
  await site.db.run('UPDATE municipalities SET territory = $2 WHERE id = $1', [town.id, JSON.stringify(outline)]);
  await site.db.run(
    `INSERT INTO areas (municipality_id, id, name, position, shape) VALUES ($1, 'centre', 'Centre', 0, $2), ($1, 'gare', 'Gare', 1, $2)`,
    [town.id, JSON.stringify(outline)],
  );
  const ines = await aPerson(site, town);
  const consultation = await aConsultation(site, town, {
    activities: [
      {
        settings: {
          categories: [
            { id: 'rues', name: 'Rues et places' },
            { id: 'arbres', name: 'Arbres et eau' },
            { id: 'bus', name: 'Bus et train' },
          ],
        },
      },
    ],
  });
  const people = await Promise.all(
    ['Karim D.', 'Awa T.', 'Paul-Henri M.', 'Jeanne R.'].map((name, at) => aPerson(site, town, { name, level: at === 0 ? 3 : 1 })),
  );
  const add = (title: string, text: string, rest = {}, author = people[0]!) =>
    aProposal(site, town, consultation, author, { title, text, ...rest });
  const trees = await add(
    'Planter des arbres d’ombre place du Marché, côté sud',
    'L’été, la place atteint 41 °C à 16 h. Les marchands plient à midi. Des arbres côté sud donneraient de l’ombre aux étals et aux bancs sans gêner les camions du mardi.\n\nNous proposons des essences locales, plantées en pleine terre, et un entretien partagé les trois premières années.',
    { categoryId: 'arbres', areaId: 'centre', place: { lon: 1.13, lat: 45.22 } },
  );
  await add(
    'Fermer entièrement le pont Vieux aux voitures',
    'Le pont est étroit et les enfants y passent à pied pour aller au collège.',
    { categoryId: 'rues', status: 'refused', place: { lon: 1.15, lat: 45.23 } },
    people[1]!,
  );
  await add(
    'Des bancs tous les 200 mètres entre la gare et l’hôpital',
    'Pour que les personnes âgées puissent faire le chemin en se reposant.',
    { categoryId: 'rues', areaId: 'gare', place: { lon: 1.11, lat: 45.2 } },
    people[2]!,
  );
  await add(
    'Un arrêt de bus abrité et éclairé au hameau de la Noue',
    'L’hiver, on attend le bus de 7 h dans le noir et sous la pluie.',
    { categoryId: 'bus', status: 'under-study' },
    people[3]!,
  );
  for (let at = 1; at <= 22; at += 1)
    await add(
      `Ralentir les livraisons avant ${at} heures dans la Grande-Rue`,
      'Le bruit réveille tout le quartier.',
      { categoryId: 'rues' },
      people[2]!,
    );
  for (const person of people) await as(site, person).call(addSupport, { params: { contributionId: trees.id } });
  await as(site, people[1]!).call(addComment, {
    params: { contributionId: trees.id },
    body: { text: 'J’ai 78 ans. En juillet je ne fais plus le marché après 10 h.', stance: 'for' },
  });
  await as(site, people[2]!).call(addComment, {
    params: { contributionId: trees.id },
    body: { text: 'Quatre places en moins le samedi, c’est la clientèle âgée qui ne vient plus.', stance: 'against' },
  });
  const official = await aPerson(site, town, { name: 'Sylvie Arnoux', roles: ['official'] });
  const prepared = await as(site, official).call(createResponse, {
    params: { consultationId: consultation.id },
    body: {
      subjectIds: [trees.id],
      status: 'accepted',
      bodyHtml:
        '<p>Douze tilleuls seront plantés à l’automne 2027, après les réseaux. Quatre places de stationnement sont supprimées, deux sont recréées rue Haute.</p>',
      signedAs: 'Sylvie Arnoux, adjointe aux mobilités',
      commitments: [
        {
          title: 'Douze arbres avant le 30 novembre 2027',
          dueOn: '2027-11-30',
          costCents: 5_200_000,
          votedCents: 3_800_000,
          milestones: [{ title: 'Étude des réseaux', dueOn: '2027-01-15' }],
        },
      ],
    },
  });
  await as(site, official).call(markReady, { params: { responseId: prepared.body.id }, body: { ready: true } });
  await as(site, official).call(publishResponses, {
    params: { consultationId: consultation.id },
    body: { responseIds: [prepared.body.id] },
  });
  await site.app.get(TallyJob).refresh();
  return { town, ines, consultation, trees, list: `/consultations/${consultation.slug}/propositions` };
}
