import { mergeProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { createDraft, editProposal, submitProposal, withdrawProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { startImport } from '@parvis/shared/contracts/imports.ts';
import { readMailboxMail } from '@parvis/shared/contracts/mailbox.ts';
import { appealDecision, decide } from '@parvis/shared/contracts/moderation.ts';
import { flagContribution } from '@parvis/shared/contracts/flags.ts';
import { openPaperBatch } from '@parvis/shared/contracts/paper.ts';
import { createResponse, markReady, publishResponses } from '@parvis/shared/contracts/responses.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { inviteColleague } from '@parvis/shared/contracts/staff.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import type { StaffRole } from '@parvis/shared/rules/words.ts';
import { queueMail } from '../../../api/src/core/mails/index.ts';
import { TownDirectory } from '../../../api/src/core/municipalities/index.ts';
import { TallyJob } from '../../../api/src/core/tallies/index.ts';
import { aConsultation, closeOpening, type TestConsultation } from '../../../api/test/support/consultations.ts';
import { aComment, someRules } from '../../../api/test/support/debates.ts';
import { completeLegalPages } from '../../../api/test/support/legal.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../api/test/support/people.ts';
import { until } from '../../../api/test/support/until.ts';
import { aProposal } from '../../../api/test/support/proposals.ts';
import { lastMail, mailbox } from '../../../api/test/support/registering.ts';
import type { TestSite } from './site.ts';

/** Who looks at pages. */
export const roles = ['visitor', 'citizen', 'facilitator', 'moderator', 'official', 'administrator'] as const;
export type Looker = (typeof roles)[number];

/** A town in which everything is in every state that a page can show, somebody in each role, and a town in which nothing is yet. */
export interface EveryState {
  readonly town: TestTown;
  readonly empty: TestTown;
  readonly people: Readonly<Record<Looker, Pick<Person, 'town' | 'cookie'>>>;
  readonly nobodyYet: Readonly<Record<'visitor' | 'administrator', Pick<Person, 'town' | 'cookie'>>>;
  /** Numbers, slugs, ids and tokens by the word for what they lead to. */
  readonly at: Readonly<Record<string, string>>;
  readonly closing: TestConsultation;
}

const outline = JSON.stringify({
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
});
const categories = [
  { id: 'rues', name: 'Rues et places' },
  { id: 'arbres', name: 'Arbres et eau' },
];

/** Makes both towns; takes a few seconds. */
export async function everyState(site: TestSite): Promise<EveryState> {
  const [town, empty] = [await aTown(site), await aTown(site, { name: 'Ville neuve' })];
  await completeLegalPages(site, town);
  const version = await someRules(site, town);
  await site.db.run('UPDATE municipalities SET territory = $2 WHERE id = $1', [town.id, outline]);
  await site.db.run(`INSERT INTO areas (municipality_id, id, name, position, shape) VALUES ($1, 'centre', 'Centre', 0, $2)`, [
    town.id,
    outline,
  ]);
  const staff = (role: StaffRole, name: string): Promise<Person> => aPerson(site, town, { name, roles: [role] });
  const [ines, leo, nadia, claire, sylvie, mayor] = [
    await aPerson(site, town, { name: 'Inès B.' }),
    await aPerson(site, town, { name: 'Léo P.', level: 3 }),
    await staff('facilitator', 'Nadia K.'),
    await staff('moderator', 'Claire V.'),
    await staff('official', 'Sylvie Arnoux'),
    await staff('administrator', 'Claire Delmas'),
  ];
  const open = await aConsultation(site, town, {
    slug: 'ouverte',
    activities: [{ settings: { categories } }],
    phases: [{ to: 86_400 * 20 }, { kind: 'response', actions: [], from: 86_400 * 30, to: 86_400 * 60, title: 'Réponses' }],
  });
  const careful = await aConsultation(site, town, {
    slug: 'relue',
    title: 'La cour de l’école, relue avant publication',
    activities: [{ settings: { moderation: 'before', categories: [] } }],
  });
  const closing = await aConsultation(site, town, { slug: 'se-ferme', title: 'Les horaires de la médiathèque' });
  const closed = await aConsultation(site, town, { slug: 'close', state: 'closed', title: 'Le jardin des Lavandières' });
  for (const [slug, wanted] of [
    ['archivee', { state: 'archived' }],
    ['brouillon', { state: 'draft' }],
    ['invitee', { visibility: 'invited', invited: [ines] }],
    ['a-venir', { phases: [{ from: 86_400, to: 86_400 * 9 }] }],
  ] as const) {
    const one = await aConsultation(site, town, { slug, title: `Une autre question, ${slug}`, ...wanted });
    await aProposal(site, town, one, ines, { title: `Une proposition, ${slug}` });
  }
  await aProposal(site, town, closed, leo, { title: 'Un banc sous le tilleul' });
  await closeOpening(site, town, closed.activity.id);

  const rule = { version, number: 2 };
  const propose = (title: string, author = ines, rest = {}) => aProposal(site, town, open, author, { title, categoryId: 'rues', ...rest });
  const trees = await propose('Planter des arbres d’ombre place du Marché, côté sud', leo, {
    categoryId: 'arbres',
    areaId: 'centre',
    place: { lon: 1.13, lat: 45.22 },
  });
  const [hidden, asked, locked, withdrawn, merged, late] = [
    await propose('Le voisin du 14'),
    await propose('Les arbres de M. Barrois'),
    await propose('Fermer le pont Vieux'),
    await propose('Un café associatif'),
    await propose('Des arbres au marché'),
    await propose('Un arrêt de bus abrité', leo),
  ];
  await as(site, leo).call(addSupport, { params: { contributionId: hidden.id } });
  await as(site, ines).call(addSupport, { params: { contributionId: trees.id } });
  const against = await aComment(site, open, ines, trees.id, { stance: 'against', text: 'Quatre places en moins le samedi.' });
  await aComment(site, open, leo, trees.id, { parentId: against, text: 'Deux places peuvent être recréées rue Haute.' });
  const insult = await aComment(site, open, ines, trees.id, { text: 'Le voisin du 14 est un imbécile.' });
  const advert = await aComment(site, open, leo, trees.id, { text: 'Venez à ma boutique.' });
  const decision = (id: string, act: 'hide' | 'ask-correction' | 'lock') =>
    as(site, claire).call(decide, {
      params: { contributionId: id },
      body: { act, rule, reason: 'Une insulte vise un voisin.', revision: 1 },
    });
  for (const [one, act] of [
    [hidden.id, 'hide'],
    [insult, 'hide'],
    [asked.id, 'ask-correction'],
    [locked.id, 'lock'],
  ] as const)
    await decision(one, act);
  const [hideDecision, insultDecision] = await Promise.all(
    [hidden.id, insult].map(
      async (id) =>
        (await site.db.one<{ id: string }>('SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2', [town.id, id]))!
          .id,
    ),
  );
  await as(site, ines).call(appealDecision, {
    params: { decisionId: insultDecision! },
    body: { text: 'Ce n’était pas une insulte, mais un fait.' },
  });
  await as(site, ines).call(flagContribution, { params: { contributionId: advert }, body: { ground: 'spam', text: 'une publicité' } });
  await as(site, ines).call(withdrawProposal, { params: { contributionId: withdrawn.id }, body: { reason: 'La mairie l’a déjà prévu.' } });
  await as(site, claire).call(mergeProposal, {
    params: { contributionId: merged.id },
    body: { into: trees.number, reason: 'Même demande.' },
  });
  await site.db.run(`UPDATE contributions SET published_at = published_at - interval '100 days' WHERE municipality_id = $1 AND id = $2`, [
    town.id,
    late.id,
  ]);
  const written = { title: 'Une rue aux écoles', bodyHtml: '<p>De 8 h à 9 h.</p>', categoryId: 'rues' };
  const mine = (await as(site, ines).call(submitProposal, { params: { activityId: open.activity.id }, body: written })).body;
  await as(site, ines).call(editProposal, {
    params: { contributionId: mine.id },
    body: { ...written, title: 'Une rue aux écoles, matin et soir', revision: 1, reason: 'Le soir aussi' },
  });
  const pending = (
    await as(site, ines).call(submitProposal, {
      params: { activityId: careful.activity.id },
      body: { title: 'Un potager dans la cour', bodyHtml: '<p>Avec les enfants.</p>' },
    })
  ).body;
  await as(site, ines).call(createDraft, { params: { activityId: open.activity.id }, body: { title: 'Un abri à vélos devant la gare' } });

  const answer = (subjectIds: string[]) =>
    as(site, sylvie).call(createResponse, {
      params: { consultationId: open.id },
      body: {
        subjectIds,
        status: 'accepted',
        bodyHtml: '<p>Douze tilleuls seront plantés à l’automne.</p>',
        signedAs: 'Sylvie Arnoux, adjointe aux mobilités',
        commitments: [
          {
            title: 'Douze arbres',
            dueOn: '2026-01-31',
            costCents: 5_200_000,
            votedCents: 3_800_000,
            milestones: [{ title: 'Étude des réseaux', dueOn: '2026-01-15' }],
          },
        ],
      },
    });
  const published = (await answer([trees.id])).body.id;
  await as(site, sylvie).call(markReady, { params: { responseId: published }, body: { ready: true } });
  await as(site, sylvie).call(publishResponses, { params: { consultationId: open.id }, body: { responseIds: [published] } });
  const prepared = (await answer([late.id])).body.id;
  await as(site, sylvie).call(markReady, { params: { responseId: prepared }, body: { ready: true } });

  const batch = (
    await as(site, nadia).call(openPaperBatch, {
      body: { consultationId: open.id, receivedOn: new Date().toISOString().slice(0, 10), label: 'Urne de la mairie' },
    })
  ).body.id;
  const file = await as(site, mayor).call(uploadFile, {
    query: { purpose: 'import' },
    raw: new Uint8Array(Buffer.from('id;titre;texte\n1;Un banc;À l’ombre\n2;;Sans titre\n')),
    headers: { 'x-file-name': 'export' },
  });
  const mapping = {
    source: 'mairie',
    format: 'csv',
    records: [{ kind: 'proposal', key: 'id', title: 'titre', body: ['texte'] }],
  } as unknown as RequestOf<typeof startImport>['mapping'];
  const brought = (await as(site, mayor).call(startImport, { body: { activityId: open.activity.id, fileId: file.body.id, mapping } })).body
    .id;
  await until(() =>
    site.db
      .rows(`SELECT FROM imports WHERE municipality_id = $1 AND id = $2 AND state <> 'staging'`, [town.id, brought])
      .then((found) => found.length > 0),
  );

  const colleague = mailbox();
  await as(site, mayor).call(inviteColleague, { body: { email: colleague, roles: ['moderator'], title: 'Médiatrice' } });
  const invitation = (await lastMail(site, town, colleague, 'invitation')).link.split('/').at(-1)!;
  const whole = (await site.app.get(TownDirectory).bySlug(town.slug))!;
  const mail = await site.db.transaction((tx) =>
    queueMail(tx, {
      town: whole,
      to: { address: ines.email, language: 'fr', participantId: ines.participantId },
      kind: 'status-changed',
      optOutKind: 'status-changed',
      subject: 'Des arceaux à vélo',
      paragraphs: ['La contribution change de statut.'],
      reason: 'Vous suivez cette contribution.',
    }),
  );
  const unsubscribe = /desinscription\/(\S+)/.exec(
    (await as(site, visitor(town)).call(readMailboxMail, { params: { mailId: mail } })).body.text,
  )![1]!;
  await site.app.get(TallyJob).refresh();
  const numbers = Object.fromEntries(
    Object.entries({ trees, hidden, asked, locked, withdrawn, merged, late, mine, pending }).map(([name, { number }]) => [
      name,
      String(number),
    ]),
  );
  return {
    town,
    empty,
    closing,
    people: { visitor: visitor(town), citizen: ines, facilitator: nadia, moderator: claire, official: sylvie, administrator: mayor },
    nobodyYet: { visitor: visitor(empty), administrator: await aPerson(site, empty, { roles: ['administrator'] }) },
    at: {
      ...numbers,
      advert,
      open: open.id,
      treesId: trees.id,
      appealed: insult,
      hideDecision: hideDecision!,
      insultDecision: insultDecision!,
      prepared,
      batch,
      import: brought,
      invitation,
      mail,
      unsubscribe,
    },
  };
}
