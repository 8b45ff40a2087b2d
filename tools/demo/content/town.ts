/** The demo town: invented, and drawn on a grid of its own near 1.24° E, 46.93° N. */
export const town = {
  slug: 'saint-aubin',
  name: 'Saint-Aubin-sur-Lisse',
  tagline: 'La parole aux habitants',
  population: 8_412,
  postalCodes: ['18999'],
  accent: '#0c5a54',
};

/** Outline of the commune. */
export const outline: readonly (readonly [number, number])[] = [
  [1.2281, 46.9395],
  [1.2335, 46.9421],
  [1.2402, 46.9413],
  [1.2447, 46.9432],
  [1.2521, 46.9418],
  [1.2578, 46.9387],
  [1.2596, 46.9339],
  [1.2631, 46.9301],
  [1.2612, 46.9254],
  [1.2583, 46.9217],
  [1.2537, 46.9189],
  [1.2472, 46.9171],
  [1.2411, 46.9178],
  [1.2359, 46.9203],
  [1.2331, 46.9236],
  [1.2288, 46.9257],
  [1.2262, 46.9302],
  [1.2271, 46.9351],
  [1.2281, 46.9395],
];

/** Quarters as boxes cut from the outline; `id` is the area of a proposal. */
export const quarters = [
  {
    id: 'vignes',
    name: 'Les Vignes',
    ring: [
      [1.2281, 46.9395],
      [1.2402, 46.9413],
      [1.2408, 46.931],
      [1.2262, 46.9302],
      [1.2281, 46.9395],
    ],
  },
  {
    id: 'ecoles',
    name: 'Les Écoles',
    ring: [
      [1.2402, 46.9413],
      [1.2578, 46.9387],
      [1.2596, 46.9339],
      [1.253, 46.9302],
      [1.2408, 46.931],
      [1.2402, 46.9413],
    ],
  },
  {
    id: 'centre',
    name: 'Le Centre',
    ring: [
      [1.2408, 46.931],
      [1.2484, 46.9305],
      [1.2479, 46.9278],
      [1.2415, 46.9278],
      [1.2408, 46.931],
    ],
  },
  {
    id: 'pont-vieux',
    name: 'Le Pont Vieux',
    ring: [
      [1.2262, 46.9302],
      [1.2408, 46.931],
      [1.2415, 46.9278],
      [1.2436, 46.9252],
      [1.2331, 46.9236],
      [1.2262, 46.9302],
    ],
  },
  {
    id: 'gare',
    name: 'La Gare',
    ring: [
      [1.2484, 46.9305],
      [1.253, 46.9302],
      [1.2631, 46.9301],
      [1.2612, 46.9254],
      [1.2436, 46.9252],
      [1.2415, 46.9278],
      [1.2479, 46.9278],
      [1.2484, 46.9305],
    ],
  },
  {
    id: 'plaine',
    name: 'La Plaine',
    ring: [
      [1.2331, 46.9236],
      [1.2436, 46.9252],
      [1.2612, 46.9254],
      [1.2583, 46.9217],
      [1.2472, 46.9171],
      [1.2359, 46.9203],
      [1.2331, 46.9236],
    ],
  },
] as const;

export const categories = [
  { id: 'marcher', name: 'Marcher' },
  { id: 'velo', name: 'Vélo' },
  { id: 'voitures', name: 'Voitures et camions' },
  { id: 'bus', name: 'Cars et navettes' },
  { id: 'arbres', name: 'Arbres, eau et ombre' },
  { id: 'commerces', name: 'Commerces et vie du centre' },
] as const;

export const consultation = {
  slug: 'deplacements-centre',
  title: 'Comment se déplacer dans le centre demain ?',
  question: 'Trottoirs, arbres, stationnement, cars, vélos : que faut-il changer dans le centre ?',
  summary:
    'La Grande-Rue et la place du Marché seront refaites en 2027. Trottoirs, arbres, stationnement, cars, vélos : dites ce qui compte pour vous, avant que les plans soient dessinés.',
  body: [
    'La Grande-Rue a été refaite pour la dernière fois en 1987. Les réseaux d’eau doivent être changés : c’est l’occasion de repenser la rue entière, de la mairie à la gare.',
    'Le conseil municipal a voté une enveloppe de 2,4 millions d’euros. Rien n’est encore dessiné. Ce qui est sûr : le marché du samedi reste, les secours passent partout, et la largeur entre façades ne change pas.',
    'Chaque proposition sera étudiée par les services et recevra une réponse motivée. Les plans seront présentés en réunion publique avant le vote du conseil.',
  ],
  decidedBy: 'Le conseil municipal, sur rapport de Mme Sylvie Arnoux, adjointe aux mobilités',
  decidedDay: 100,
  whatThen:
    'Chaque proposition reçoit une réponse motivée avant le {+68}. Les plans qui en sortent sont présentés en réunion publique le {+79}, et le conseil municipal décide le {+100}.',
  contact: 'Mairie de Saint-Aubin-sur-Lisse, 1, place de la Mairie · 02 00 00 00 00',
} as const;
