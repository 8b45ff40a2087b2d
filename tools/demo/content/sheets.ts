import type { DemoProposal } from './proposal.ts';

/** Sheets that the town hall received on one day; `on` names a proposal by its title. */
export interface DemoBatch {
  readonly label: string;
  readonly daysAgo: number;
  readonly proposals: readonly {
    readonly name: string;
    readonly title: string;
    readonly category: DemoProposal['category'];
    readonly address: string;
    readonly text: string;
  }[];
  readonly supports: readonly { readonly on: string; readonly names: readonly string[] }[];
  readonly comments: readonly {
    readonly on: string;
    readonly name: string;
    readonly stance: 'for' | 'against' | 'neutral';
    readonly text: string;
  }[];
  /** What the agent typed wrongly: this person's support of this proposal, and why it was cancelled. */
  readonly mistake?: { readonly on: string; readonly name: string; readonly reason: string };
}

/** Paper of the live consultation: a box on the market, and the letters of a week. */
export const batches: readonly DemoBatch[] = [
  {
    label: 'Urne du marché, samedi matin',
    daysAgo: 9,
    proposals: [
      {
        name: 'Marcelle Petit',
        title: 'Un banc et de l’ombre devant la pharmacie',
        category: 'marcher',
        address: 'Pharmacie de la Grande-Rue',
        text: 'On attend debout, parfois longtemps. Un banc à dossier, avec des accoudoirs pour se relever, et un arbre ou un auvent.\n\nÀ quatre-vingt-quatre ans, je fais mes courses à pied. Je peux marcher si je peux m’asseoir.',
      },
      {
        name: 'Roger Fauvel',
        title: 'Garder deux places devant le cabinet des infirmières',
        category: 'voitures',
        address: 'Rue des Tanneurs',
        text: 'Ma femme ne peut pas marcher plus de vingt mètres. Si la rue devient piétonne, il faut deux places pour s’arrêter dix minutes, pas plus.',
      },
    ],
    supports: [
      {
        on: 'Planter des arbres d’ombre place du Marché, côté sud',
        names: ['Marcelle Petit', 'Odette Guérin', 'Famille Lambert', 'J. Roux', 'Simone A.', 'Paul et Denise', 'Yvette Chauvin'],
      },
      {
        on: 'Des bancs tous les deux cents mètres entre la maison de retraite et la place',
        names: [
          'Marcelle Petit',
          'Odette Guérin',
          'Roger Fauvel',
          'Simone A.',
          'Gilberte M.',
          'Lucien Perrot',
          'Yvette Chauvin',
          'Andrée B.',
          'Le club des aînés',
        ],
      },
      { on: 'Des toilettes publiques propres et ouvertes le dimanche', names: ['Odette Guérin', 'Roger Fauvel', 'J. Roux', 'Andrée B.'] },
    ],
    comments: [
      {
        on: 'Fermer entièrement le pont Vieux aux voitures',
        name: 'Roger Fauvel',
        stance: 'against',
        text: 'Le tour par la nationale fait six kilomètres. À mon âge, je ne conduis plus la nuit ni sur les grandes routes.',
      },
      {
        on: 'Des bancs tous les deux cents mètres entre la maison de retraite et la place',
        name: 'Odette Guérin',
        stance: 'for',
        text: 'Avec des bancs, je viendrais au marché toute seule. Aujourd’hui, ma fille doit m’emmener.',
      },
      {
        on: 'Une navette entre La Plaine, la gare et le marché',
        name: 'Simone A.',
        stance: 'neutral',
        text: 'Oui, si le marchepied est bas et si le chauffeur attend qu’on soit assis.',
      },
    ],
    mistake: {
      on: 'Des toilettes publiques propres et ouvertes le dimanche',
      name: 'J. Roux',
      reason: 'Ligne de la feuille suivante, saisie sous le mauvais numéro.',
    },
  },
  {
    label: 'Courrier et accueil de la mairie',
    daysAgo: 3,
    proposals: [
      {
        name: 'Lucien Perrot',
        title: 'Remettre la fontaine de la place en eau',
        category: 'arbres',
        address: 'Place du Marché',
        text: 'Elle coulait encore en 1974. L’été, on entendait l’eau depuis la boulangerie. Un puits existe sous la halle : il suffit d’une pompe.',
      },
    ],
    supports: [
      {
        on: 'Afficher les horaires du car en gros caractères',
        names: ['Lucien Perrot', 'Gilberte M.', 'Andrée B.', 'Le club des aînés', 'Mme Delmas'],
      },
      { on: 'Réparer l’escalier de la rue Haute et lui donner une rampe', names: ['Lucien Perrot', 'Mme Delmas', 'Famille Lambert'] },
    ],
    comments: [
      {
        on: 'Afficher les horaires du car en gros caractères',
        name: 'Mme Delmas',
        stance: 'for',
        text: 'Et à hauteur des yeux de quelqu’un qui est assis dans un fauteuil, s’il vous plaît.',
      },
    ],
  },
];
