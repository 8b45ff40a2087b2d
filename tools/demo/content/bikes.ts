import type { DemoProposal } from './proposal.ts';

/** Bicycles. */
export const bikes: readonly DemoProposal[] = [
  {
    title: 'Une piste protégée de la gare à la place du Marché',
    category: 'velo',
    area: 'gare',
    at: [1.2498, 46.9267],
    address: 'Avenue de la Gare',
    supports: 167,
    body: [
      'L’avenue de la Gare fait onze mètres de large, dont sept pour les voitures. On peut y loger une piste dans les deux sens, séparée par une bordure, en gardant une file de stationnement.',
      'Cent quarante lycéens et autant de voyageurs du matin pourraient venir à vélo, s’ils n’avaient pas à rouler entre les camions.',
      'C’est le chaînon manquant de la voie verte de la Lisse.',
    ],
    comments: [
      '+ Je prends le train de 7 h 12. Avec une piste, je laisse la voiture à la maison.',
      '+ Mon fils de douze ans irait seul au collège.',
      '- Onze mètres, c’est sans compter les arbres. On va les couper ?',
      '> Non, ils sont sur le trottoir. J’ai mesuré : la chaussée seule fait onze mètres.',
      '- Et les livraisons du magasin de bricolage ? Elles se font devant la porte, à six heures.',
      '= Une piste de chaque côté vaut mieux qu’une piste double : on tourne moins souvent à contresens.',
      '+ La voie verte attire déjà huit cents personnes le dimanche. Amenons-les au marché.',
    ],
  },
  {
    title: 'Cinquante arceaux pour attacher les vélos, surtout au marché',
    category: 'velo',
    area: 'centre',
    at: [1.2446, 46.9291],
    supports: 72,
    body: [
      'Le samedi, on compte soixante vélos contre les grilles de l’église et les poteaux. Un arceau coûte quatre-vingts euros posé. Cinquante arceaux, c’est le prix de deux places de parking.',
    ],
    comments: [
      '+ Et près des bancs, pour qu’on les surveille.',
      '+ Pas de pinces-roues, s’il vous plaît : elles voilent les roues.',
      '= Deux ou trois plus larges pour les vélos cargos.',
    ],
  },
  {
    title: 'Un abri fermé pour les vélos à la gare',
    category: 'velo',
    area: 'gare',
    at: [1.2519, 46.9256],
    address: 'Parvis de la gare',
    supports: 84,
    body: ['Trois vélos volés depuis la rentrée. Un abri de vingt places avec un badge, et le train redevient possible sans voiture.'],
    comments: [
      '+ On m’a volé le mien en septembre, antivol en U compris.',
      '= La région paie une bonne part des abris de gare. Il faut déposer le dossier avant mars.',
      '- Vingt places pour combien d’habitants ? Les priorités sont ailleurs.',
    ],
  },
  {
    title: 'Autoriser les vélos à contresens rue des Tanneurs',
    category: 'velo',
    area: 'pont-vieux',
    at: [1.2428, 46.9276],
    supports: 45,
    body: [
      'La rue est à sens unique et oblige à un détour par la nationale. Elle est large de cinq mètres et la vitesse y est basse. Un marquage et un panneau suffisent.',
    ],
    comments: [
      '+ Tout le monde le fait déjà. Autant que ce soit marqué et donc plus sûr.',
      '- Au virage du lavoir, on ne voit rien venir.',
      '> Un miroir, et le problème est réglé.',
      '= Obligatoire de toute façon dans les zones à trente, sauf décision motivée du maire.',
    ],
  },
  {
    title: 'Prêter des vélos électriques pendant un mois pour essayer',
    category: 'velo',
    area: 'plaine',
    supports: 61,
    body: [
      'Beaucoup aimeraient essayer sans dépenser mille cinq cents euros. Dix vélos prêtés à tour de rôle, un mois par famille, avec une remorque pour deux d’entre eux.',
    ],
    comments: [
      '+ La communauté de communes voisine l’a fait : un foyer sur trois en a acheté un après.',
      '= Qui les répare ?',
      '> L’atelier de réinsertion pourrait s’en charger, j’y travaille et cela nous plairait.',
      '- Encore une dépense pour ceux qui en ont déjà les moyens.',
    ],
  },
  {
    title: 'Apprendre à rouler en ville aux élèves de CM2',
    category: 'velo',
    area: 'ecoles',
    supports: 58,
    body: [
      'Le programme national « savoir rouler à vélo » prévoit dix heures. Chez nous, il n’a jamais commencé faute d’encadrants. Je suis moniteur à la retraite et je propose d’en former trois autres.',
    ],
    comments: [
      '+ Monsieur Peyrat, vous avez appris à rouler à mes trois enfants. Merci !',
      '+ À faire dans la cour d’abord, puis dans la rue.',
      '= Il faut des casques et une dizaine de vélos à leur taille.',
    ],
  },
  {
    title: 'Refaire le revêtement de la voie verte entre les deux ponts',
    category: 'velo',
    area: 'pont-vieux',
    at: [1.2404, 46.9262],
    supports: 49,
    body: ['Sept cents mètres de racines et de nids-de-poule. En fauteuil ou en trottinette, c’est infranchissable après la pluie.'],
    comments: [
      '+ J’y promène mon père en fauteuil, nous faisons demi-tour au premier pont.',
      '= Éviter l’enrobé noir : en été, la berge devient un four. Un sable stabilisé suffit.',
    ],
  },
  {
    title: 'Une station pour gonfler et réparer sous la halle',
    category: 'velo',
    area: 'centre',
    at: [1.2448, 46.9286],
    address: 'La Halle',
    supports: 33,
    body: ['Une pompe à pied et quelques outils au bout d’un câble. Mille deux cents euros, aucun entretien ou presque.'],
    comments: ['+ Petit geste, grand service.', '- Elle sera cassée en un mois, comme le distributeur d’eau.'],
  },
];
