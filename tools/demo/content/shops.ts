import type { DemoProposal } from './proposal.ts';

/** Shops, market and life in the centre. */
export const shops: readonly DemoProposal[] = [
  {
    title: 'Un marché du vendredi soir, de mai à septembre',
    category: 'commerces',
    area: 'centre',
    at: [1.2447, 46.9288],
    address: 'Place du Marché',
    supports: 133,
    body: [
      'Ceux qui travaillent ne peuvent pas venir le samedi matin. Un marché de dix-sept à vingt et une heures, avec des tables et de la musique une fois par mois, ferait revivre la place.',
    ],
    comments: [
      '+ Je suis maraîcher et j’y serais toutes les semaines.',
      '- Pour les riverains, la musique une fois par mois, c’est une fois de trop.',
      '> Jusqu’à vingt-deux heures, cela me paraît vivable.',
      '= Il faudra des toilettes ouvertes.',
      '+ À Saint-Amand, le marché du soir attire les jeunes.',
    ],
  },
  {
    title: 'Louer à petit prix les vitrines vides de la Grande-Rue',
    category: 'commerces',
    area: 'centre',
    at: [1.2436, 46.9286],
    supports: 104,
    body: [
      'Onze vitrines sur vingt-neuf sont vides. La commune pourrait en prendre trois à bail et les sous-louer cent cinquante euros par mois pendant un an à qui veut essayer un métier.',
    ],
    comments: [
      '+ J’aimerais ouvrir un atelier de couture. Les loyers sont à six cents euros.',
      '- Ce n’est pas à la commune de faire agent immobilier.',
      '= Certains propriétaires préfèrent la vitrine vide. Une taxe sur les friches commerciales existe.',
      '> Elle se vote au conseil avant le 1er octobre pour l’année suivante.',
    ],
  },
  {
    title: 'Des toilettes publiques propres et ouvertes le dimanche',
    category: 'commerces',
    area: 'centre',
    at: [1.2449, 46.9285],
    address: 'La Halle',
    supports: 98,
    body: [
      'Celles de la halle ferment à dix-huit heures et toute la journée du dimanche. Pour les personnes âgées, les enfants et les malades, c’est ce qui décide si l’on sort ou non.',
    ],
    comments: [
      '+ J’ai la maladie de Crohn. Je renonce à des sorties à cause de cela.',
      '+ Accessibles en fauteuil, avec une table à langer.',
      '- Elles sont dégradées chaque été.',
      '> Celles qui se lavent toutes seules tiennent bien, voyez la gare de Vierzon.',
    ],
  },
  {
    title: 'Garder un distributeur de billets dans le bourg',
    category: 'commerces',
    area: 'centre',
    supports: 76,
    body: ['La banque ferme en juin et emporte le dernier distributeur. Au marché, la moitié des vendeurs ne prend pas la carte.'],
    comments: [
      '+ Sans espèces, plus de marché.',
      '= La poste peut en installer un si la commune participe : mille euros par mois environ.',
      '+ Le bureau de tabac serait prêt à faire point-relais.',
    ],
  },
  {
    title: 'Un café associatif dans l’ancienne perception',
    category: 'commerces',
    area: 'pont-vieux',
    at: [1.2421, 46.9274],
    address: '2, rue des Tanneurs',
    supports: 91,
    body: [
      'Le bâtiment est communal et chauffé. Un café tenu par des bénévoles, avec une salle pour les associations, un coin jeux et l’aide aux démarches le mercredi.',
    ],
    comments: [
      '+ Nous sommes déjà quatorze bénévoles.',
      '- Concurrence déloyale pour le bar de la place.',
      '> Nous en avons parlé avec lui : il fermera à dix-neuf heures, nous ouvrirons après.',
      '= Quelle licence ? La troisième est rare.',
    ],
  },
  {
    title: 'Interdire les terrasses chauffées et les publicités lumineuses',
    category: 'commerces',
    area: 'centre',
    supports: 37,
    body: ['Le règlement local de publicité date de 1998. Éteignons les écrans, et les chauffages de terrasse que la loi interdit déjà.'],
    comments: ['+ L’écran devant l’église, la nuit, c’est insupportable.', '- Il y a deux terrasses dans cette ville, ne les tuons pas.'],
  },
  {
    title: 'Une boîte à dons sous la halle',
    category: 'commerces',
    area: 'centre',
    at: [1.245, 46.9287],
    supports: 44,
    body: ['Livres, jouets, vêtements d’enfants : une armoire où l’on dépose et où l’on prend. La ressourcerie s’en occuperait.'],
    comments: ['+ Celle de la bibliothèque marche très bien.', '= Il faut quelqu’un pour trier, sinon cela devient une décharge.'],
  },
  {
    title: 'Nommer des rues d’après des femmes d’ici',
    category: 'commerces',
    area: 'plaine',
    supports: 52,
    body: [
      'Sur soixante-deux rues, deux portent le nom d’une femme, et ce sont deux saintes. Les rues du nouveau lotissement n’ont pas encore de nom : Berthe Chaumeau, résistante, et Louise Tixier, première sage-femme du canton, le méritent.',
    ],
    comments: [
      '+ Louise Tixier a mis ma mère au monde.',
      '= Le conseil décide des noms de rues, c’est bien de son ressort.',
      '- Ce n’est pas le sujet de la consultation sur les déplacements.',
      '> On se déplace bien dans des rues, non ?',
    ],
  },
];
