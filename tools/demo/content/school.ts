import type { DemoAnswer } from './answers.ts';
import type { DemoProposal } from './proposal.ts';

/** A consultation that is over: what was said, decided and done with the old nursery school. */
export const school = {
  slug: 'ancienne-ecole',
  title: 'Que faire de l’ancienne école maternelle ?',
  question: 'L’école des Lilas est vide depuis la rentrée. Que doit-elle devenir ?',
  summary:
    'Six cents mètres carrés, une cour plantée et un préau, à cinq minutes de la gare : le conseil a demandé aux habitants ce qu’ils en feraient avant de choisir.',
  body: [
    'L’école des Lilas a fermé quand les classes ont rejoint Jules-Ferry. Le bâtiment est sain, la chaufferie date de 2015.',
    'La vente a été écartée. Le budget d’aménagement était de 310 000 euros.',
  ],
  decidedBy: 'Le conseil municipal',
  decidedDay: -96,
  whatThen:
    'Les services ont chiffré les propositions, le conseil a décidé le {-96}. Chaque proposition a reçu une réponse et les travaux se suivent ici.',
  contact: 'Mairie de Saint-Aubin-sur-Lisse, 1, place de la Mairie',
} as const;

export const schoolProposals: readonly DemoProposal[] = [
  {
    title: 'Une maison de santé avec trois médecins',
    category: 'commerces',
    area: 'gare',
    at: [1.2509, 46.9276],
    address: 'Rue des Lilas',
    supports: 188,
    body: [
      'Le docteur Lambert part en retraite au printemps et personne ne le remplace. De jeunes médecins cherchent des locaux à plusieurs, pas un cabinet seul.',
      'Cinq cabinets, une salle d’attente, un logement pour les internes.',
    ],
    comments: [
      '+ Sans médecin, le bourg meurt. Rien n’est plus urgent.',
      '- Les murs ne font pas venir les médecins. Regardez celle de Levet, vide depuis deux ans.',
      '> À Levet, personne n’avait parlé aux facultés avant. Ici, deux internes ont déjà dit oui.',
      '= Prévoir une infirmière de pratique avancée, c’est plus facile à recruter.',
      '+ Et un cabinet pour la sage-femme.',
    ],
  },
  {
    title: 'Une salle de répétition pour les jeunes groupes',
    category: 'commerces',
    area: 'gare',
    supports: 57,
    body: ['Nous sommes quatre groupes à répéter dans des garages. Le préau fermé et isolé suffirait.'],
    comments: [
      '+ Mon fils joue dans notre cave. Je signe.',
      '- Le préau touche des maisons. À vingt-deux heures, cela ne passera pas.',
      '= L’harmonie municipale partagerait volontiers.',
    ],
  },
  {
    title: 'Garder la cour ouverte comme jardin du quartier',
    category: 'arbres',
    area: 'gare',
    at: [1.251, 46.9275],
    supports: 121,
    body: ['Six grands tilleuls, de l’herbe, une grille. Il n’y a qu’à l’ouvrir.'],
    comments: [
      '+ Rien à dépenser ou presque.',
      '+ Nous pourrions fermer la grille le soir, entre voisins.',
      '= Attention au préau : il faut vérifier la toiture.',
    ],
  },
  {
    title: 'Des bureaux à la journée pour ceux qui travaillent à distance',
    category: 'commerces',
    area: 'gare',
    supports: 63,
    body: ['Huit bureaux, la fibre et une salle de réunion, à cinq minutes du train.'],
    comments: [
      '+ Deux jours par semaine, je paierais.',
      '- La bibliothèque a déjà des tables et le réseau.',
      '= Combien de personnes vraiment ? Faites un essai dans une classe.',
    ],
  },
  {
    title: 'Huit logements pour personnes âgées',
    category: 'commerces',
    area: 'gare',
    supports: 97,
    body: ['De plain-pied, près des commerces et du train, avec une salle commune. La liste d’attente du foyer est de deux ans.'],
    comments: [
      '+ Ma mère attend depuis dix-huit mois.',
      '= Avec la maison de santé à côté, cela aurait du sens.',
      '- 310 000 euros ne suffiront jamais pour huit logements.',
    ],
  },
  {
    title: 'Une cuisine partagée pour les associations',
    category: 'commerces',
    area: 'gare',
    supports: 44,
    body: ['La cuisine de la cantine est intacte. Repas de quartier, confitures, ateliers : il ne manque qu’un agrément.'],
    comments: ['+ Le comité des fêtes en rêve.', '= Les normes sont lourdes, demandons d’abord un devis.'],
  },
  {
    title: 'Vendre le bâtiment et refaire le gymnase',
    category: 'commerces',
    area: 'gare',
    supports: 31,
    body: ['Le gymnase prend l’eau. La vente rapporterait quatre cent mille euros.'],
    comments: [
      '- Vendre, c’est pour toujours.',
      '- Le règlement dit que la vente est écartée.',
      '= Le gymnase a besoin de travaux, c’est vrai aussi.',
    ],
  },
  {
    title: 'Une micro-folie, musée numérique et atelier',
    category: 'commerces',
    area: 'gare',
    supports: 38,
    body: ['Le ministère apporte le matériel, la commune le lieu. Les écoles viendraient à pied.'],
    comments: ['+ Celle de Mehun ne désemplit pas le mercredi.', '= Qui l’anime ? Il faut un poste.'],
  },
];

export const schoolAnswers: readonly DemoAnswer[] = [
  {
    to: ['Une maison de santé avec trois médecins', 'Garder la cour ouverte comme jardin du quartier'],
    status: 'accepted',
    daysAgo: 96,
    body: [
      'Retenues ensemble par le conseil : la maison de santé occupe les classes, la cour reste un jardin ouvert à tous. Budget voté : 310 000 €, dont 120 000 € de l’État et de la région.',
    ],
    commitments: [
      {
        title: 'Ouvrir la cour comme jardin',
        dueDay: -40,
        state: 'done',
        progress: 100,
        costCents: 1_850_000,
        milestones: [
          { title: 'Bancs et portillon', dueDay: -55, doneDay: -58 },
          { title: 'Ouverture', dueDay: -40, doneDay: -43 },
        ],
      },
      {
        title: 'Aménager cinq cabinets',
        dueDay: 230,
        state: 'under-way',
        progress: 45,
        costCents: 29_150_000,
        milestones: [
          { title: 'Permis de construire', dueDay: -20, doneDay: -24 },
          { title: 'Gros œuvre', dueDay: 90 },
          { title: 'Ouverture aux patients', dueDay: 230 },
        ],
      },
    ],
  },
  {
    to: ['Huit logements pour personnes âgées'],
    status: 'accepted-partly',
    daysAgo: 96,
    body: [
      'Le bâtiment ne peut pas accueillir les deux. Trois logements de plain-pied seront construits sur le terrain voisin par l’office départemental ; le bail sera signé avant le {-30}.',
    ],
    commitments: [
      {
        title: 'Trois logements rue des Lilas',
        dueDay: 540,
        state: 'planned',
        progress: 10,
        milestones: [
          { title: 'Bail avec l’office', dueDay: -30, doneDay: -31 },
          { title: 'Livraison', dueDay: 540 },
        ],
      },
    ],
  },
  {
    to: ['Une salle de répétition pour les jeunes groupes'],
    status: 'accepted-changed',
    daysAgo: 96,
    body: ['Pas sous le préau, trop près des maisons, mais au sous-sol de la salle des fêtes, isolé cet hiver.'],
    commitments: [
      {
        title: 'Isoler le sous-sol de la salle des fêtes',
        dueDay: -10,
        state: 'under-way',
        progress: 70,
        costCents: 2_200_000,
        note: 'Un mois de retard : la porte coupe-feu a dû être refaite.',
        milestones: [
          { title: 'Isolation', dueDay: -25, doneDay: -20 },
          { title: 'Porte et électricité', dueDay: -10 },
        ],
      },
    ],
  },
  {
    to: [
      'Des bureaux à la journée pour ceux qui travaillent à distance',
      'Une micro-folie, musée numérique et atelier',
      'Une cuisine partagée pour les associations',
    ],
    status: 'refused',
    daysAgo: 92,
    body: [
      'Ces trois idées demandent la même surface que la maison de santé. La bibliothèque ouvre quatre postes de travail, et la cantine de Jules-Ferry sera prêtée aux associations le samedi.',
    ],
  },
  {
    to: ['Vendre le bâtiment et refaire le gymnase'],
    status: 'refused',
    daysAgo: 92,
    body: ['La vente était écartée dès l’ouverture. La toiture du gymnase est inscrite au budget de l’an prochain.'],
  },
];
