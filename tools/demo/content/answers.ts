import type { AnswerStatus } from '@parvis/shared/rules/words.ts';

/** An official answer of the demo town, to one or several of its proposals by title. Days count from the day of the seed; `{-22}` in a text becomes that day's date. No step is done before its answer: the seed refuses it. */
export interface DemoAnswer {
  readonly to: readonly string[];
  readonly status: AnswerStatus;
  readonly body: readonly string[];
  readonly daysAgo: number;
  readonly commitments?: readonly {
    readonly title: string;
    readonly dueDay: number;
    readonly state: 'planned' | 'under-way' | 'done' | 'abandoned';
    readonly progress: number;
    readonly costCents?: number;
    readonly note?: string;
    readonly milestones: readonly { readonly title: string; readonly dueDay: number; readonly doneDay?: number }[];
  }[];
}

export const answers: readonly DemoAnswer[] = [
  {
    to: ['Planter des arbres d’ombre place du Marché, côté sud'],
    status: 'accepted',
    daysAgo: 9,
    body: [
      'La commune retient cette proposition. Douze tilleuls à petites feuilles seront plantés en pleine terre à l’automne 2027, au moment où la place sera refaite ; planter avant obligerait à tout rouvrir.',
      'Les quatre places supprimées seront rendues derrière la halle, et deux d’entre elles réservées aux personnes handicapées. Le budget est voté : 86 000 €, dont 34 000 € de l’agence de l’eau.',
    ],
    commitments: [
      {
        title: 'Planter douze tilleuls place du Marché',
        dueDay: 371,
        state: 'under-way',
        progress: 25,
        costCents: 8_600_000,
        milestones: [
          { title: 'Sondages du sol', dueDay: -4, doneDay: -5 },
          { title: 'Commande des arbres à la pépinière', dueDay: 96 },
          { title: 'Fosses et sol perméable', dueDay: 310 },
          { title: 'Plantation', dueDay: 371 },
        ],
      },
    ],
  },
  {
    to: ['Allonger le feu piéton du carrefour de la Poste'],
    status: 'done',
    daysAgo: 20,
    body: [
      'C’est fait. Le département, gestionnaire du carrefour, a porté le temps de vert à dix-huit secondes le {-22} et remis le signal sonore en service. Nous vérifierons le réglage avec des personnes malvoyantes.',
    ],
    commitments: [
      {
        title: 'Vérifier le feu et le signal sonore avec ceux qui en ont besoin',
        dueDay: -10,
        state: 'done',
        progress: 100,
        costCents: 42_000,
        milestones: [
          { title: 'Essai avec l’association des malvoyants', dueDay: -14, doneDay: -16 },
          { title: 'Réglage définitif', dueDay: -10, doneDay: -11 },
        ],
      },
    ],
  },
  {
    to: ['Fermer entièrement le pont Vieux aux voitures'],
    status: 'refused',
    daysAgo: 9,
    body: [
      'La commune ne peut pas retenir la fermeture complète : le service d’incendie et de secours a écrit le {-20} que le pont Vieux reste son seul accès rapide à la rive droite tant que le pont neuf est en travaux.',
      'Une fermeture le dimanche, de mai à septembre, est à l’étude avec les riverains. Le courrier des secours est joint à la consultation.',
    ],
  },
  {
    to: ['Une rue aux écoles devant Jules-Ferry, le matin et le soir', 'Un passage piéton surélevé devant la crèche des Vignes'],
    status: 'under-study',
    daysAgo: 6,
    body: [
      'Les services mesurent le trafic jusqu’au {+24} et rencontrent les riverains le {+15} à l’école. La réponse définitive sera donnée avant le {+68}.',
    ],
  },
  {
    to: ['Interdire le transit des poids lourds dans la Grande-Rue'],
    status: 'accepted-partly',
    daysAgo: 13,
    body: [
      'Sur cette route à grande circulation, l’arrêté relève du préfet. Le conseil municipal a voté le {-14} une demande d’interdiction aux plus de 7,5 tonnes hors livraisons, et l’a envoyée avec vos comptages.',
      'En attendant, la vitesse des camions est abaissée à 30 km/h, ce qui est dans nos pouvoirs.',
    ],
    commitments: [
      {
        title: 'Obtenir la réponse du préfet et la publier',
        dueDay: 127,
        state: 'under-way',
        progress: 40,
        milestones: [
          { title: 'Rencontre avec la sous-préfète', dueDay: -6, doneDay: -7 },
          { title: 'Réponse de la préfecture', dueDay: 127 },
        ],
      },
    ],
  },
  {
    to: ['Une zone à trente dans tout le vieux bourg'],
    status: 'accepted',
    daysAgo: 13,
    body: [
      'Retenue. L’arrêté sera pris en janvier, du pont Vieux à la gare, sans attendre les travaux. Les entrées de zone seront marquées au sol.',
    ],
    commitments: [
      {
        title: 'Prendre l’arrêté et poser les panneaux',
        dueDay: 83,
        state: 'planned',
        progress: 0,
        costCents: 1_450_000,
        milestones: [
          { title: 'Arrêté', dueDay: 57 },
          { title: 'Panneaux et marquages', dueDay: 83 },
        ],
      },
    ],
  },
  {
    to: ['Cinquante arceaux pour attacher les vélos, surtout au marché', 'Une station pour gonfler et réparer sous la halle'],
    status: 'accepted-changed',
    daysAgo: 13,
    body: [
      'Retenues ensemble : quarante arceaux en deux fois, vingt avant Noël autour de la halle et vingt au printemps, et une station de gonflage. Cinquante ne tenaient pas sans gêner les passages.',
    ],
    commitments: [
      {
        title: 'Poser quarante arceaux et une station de gonflage',
        dueDay: -4,
        state: 'under-way',
        progress: 30,
        costCents: 610_000,
        note: 'La première livraison est arrivée incomplète ; la pose commence le {+7}.',
        milestones: [
          { title: 'Commande', dueDay: -11, doneDay: -12 },
          { title: 'Vingt premiers arceaux', dueDay: -4 },
        ],
      },
    ],
  },
  {
    to: ['Avancer l’arrêt du car scolaire hors de la nationale'],
    status: 'not-our-powers',
    daysAgo: 13,
    body: [
      'L’arrêt dépend de la région, qui organise les transports scolaires. Nous lui avons transmis la proposition et la liste des trente parents le {-14}, en demandant une visite sur place. Sa réponse sera publiée ici.',
    ],
  },
  {
    to: ['Supprimer les feux et faire un rond-point au carrefour de la Poste'],
    status: 'refused',
    daysAgo: 9,
    body: [
      'Il faudrait démolir une maison habitée et les piétons traverseraient quatre voies au lieu de deux. Les feux seront équipés de détecteurs en 2027.',
    ],
  },
  {
    to: ['Des nichoirs à martinets sous les toits de la mairie'],
    status: 'accepted',
    daysAgo: 20,
    body: ['Avec plaisir. Vingt nichoirs seront posés par les services techniques avant le {+111}.'],
    commitments: [
      {
        title: 'Poser vingt nichoirs',
        dueDay: 111,
        state: 'planned',
        progress: 0,
        costCents: 80_000,
        milestones: [{ title: 'Pose', dueDay: 111 }],
      },
    ],
  },
  {
    to: ['Des toilettes publiques propres et ouvertes le dimanche'],
    status: 'accepted',
    daysAgo: 6,
    body: [
      'Dès le {+12}, les toilettes de la halle ouvrent de 8 h à 20 h, dimanche compris. Des toilettes accessibles, avec table à langer, sont prévues dans les travaux de la place.',
    ],
    commitments: [
      {
        title: 'Ouvrir le dimanche',
        dueDay: 12,
        state: 'planned',
        progress: 50,
        milestones: [{ title: 'Contrat de nettoyage', dueDay: 3 }],
      },
    ],
  },
  {
    to: ['Garder un distributeur de billets dans le bourg', 'Deux bornes de recharge rapides près de la salle des fêtes'],
    status: 'under-study',
    daysAgo: 3,
    body: ['Des offres ont été demandées à La Poste et au syndicat d’énergie. Le conseil en débattra en janvier.'],
  },
];
