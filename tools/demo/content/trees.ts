import type { DemoProposal } from './proposal.ts';

/** Trees, water and shade. */
export const trees: readonly DemoProposal[] = [
  {
    title: 'Planter des arbres d’ombre place du Marché, côté sud',
    category: 'arbres',
    area: 'centre',
    at: [1.2445, 46.9287],
    address: 'Place du Marché',
    supports: 214,
    body: [
      'L’été dernier, nous avons mesuré 41 °C sur la place à seize heures, et 29 °C sous le seul tilleul qui reste. Le marché ferme à onze heures parce que les légumes cuisent.',
      'Douze arbres de haut jet côté sud, en pleine terre, avec un sol qui boit la pluie. Quatre places de stationnement disparaîtraient.',
      'Nous avons dessiné un plan avec le syndicat de la rivière : les racines ne touchent aucun réseau.',
    ],
    comments: [
      '+ Je vends des fromages depuis vingt ans sur cette place. Sans ombre, je ne viendrai plus en août.',
      '+ Le plan est sérieux, on voit que vous avez travaillé avec les services.',
      '- Quatre places en moins le samedi, c’est la clientèle âgée qui ne vient plus.',
      '> Il y a quarante places derrière la halle, à soixante mètres. On peut réserver les plus proches aux personnes âgées.',
      '- Les étourneaux. Qui nettoiera les bancs ?',
      '> Le tilleul n’est pas leur arbre préféré. À Bourges, ils sont dans les platanes.',
      '= Prévoir l’arrosage les trois premiers étés, sinon on replante deux fois.',
      '+ Et des bancs dessous, avec des accoudoirs.',
      '+ Mes grands-parents ont dansé sous les tilleuls de cette place. On les a coupés en 1987.',
    ],
  },
  {
    title: 'Rouvrir le ruisseau du Lavoir, enterré depuis 1962',
    category: 'arbres',
    area: 'gare',
    at: [1.2507, 46.9262],
    address: 'Parking du Lavoir',
    supports: 96,
    body: [
      'Sous le parking du Lavoir coule un ruisseau dans un tuyau de soixante centimètres. Il déborde dans les caves à chaque orage.',
      'Le remettre à l’air sur cent vingt mètres éviterait les inondations et rafraîchirait le quartier.',
    ],
    comments: [
      '+ Ma cave a été inondée trois fois. L’assurance ne veut plus me suivre.',
      '= L’agence de l’eau finance jusqu’à 80 % de ces travaux.',
      '- Et les moustiques ?',
      '> L’eau courante n’en donne pas, ce sont les eaux mortes.',
      '- Trente-quatre places de parking en moins près de la gare, il faut le dire.',
    ],
  },
  {
    title: 'Désimperméabiliser la cour de l’école Jules-Ferry',
    category: 'arbres',
    area: 'ecoles',
    at: [1.2491, 46.9314],
    supports: 127,
    body: [
      'Mille huit cents mètres carrés d’enrobé noir, zéro arbre. En juin, on garde les enfants dans le couloir.',
      'Remplaçons la moitié par de la terre, des copeaux et vingt arbres, avec les élèves pour dessiner les plans.',
    ],
    comments: [
      '+ En tant que directrice, je soutiens. L’équipe est prête à travailler avec les élèves.',
      '+ Les filles aussi auraient de la place : aujourd’hui le foot prend tout.',
      '- De la boue dans les classes tout l’hiver.',
      '> Les copeaux ne font pas de boue, nous l’avons vu à l’école de Mehun.',
      '= Attention aux allergies : pas de bouleaux.',
    ],
  },
  {
    title: 'Un verger partagé sur la friche de la tuilerie',
    category: 'arbres',
    area: 'vignes',
    at: [1.2378, 46.9322],
    address: 'Ancienne tuilerie',
    supports: 81,
    body: [
      'Le terrain est communal, plat et ensoleillé. Quarante fruitiers de variétés locales, entretenus par une association, avec une récolte ouverte à tous.',
    ],
    comments: [
      '+ Les Croqueurs de pommes donneraient les greffons.',
      '= Le sol d’une ancienne tuilerie est-il sain ? Faites une analyse avant.',
      '> Très juste, nous l’avons demandée. Résultat en janvier.',
      '+ Avec une cabane à outils et un point d’eau.',
    ],
  },
  {
    title: 'Récupérer l’eau de pluie du gymnase pour arroser',
    category: 'arbres',
    area: 'plaine',
    at: [1.2471, 46.9237],
    supports: 54,
    body: [
      'Le toit du gymnase reçoit neuf cents mètres cubes par an. Une cuve de trente mètres cubes suffirait à arroser les massifs et le terrain d’honneur jusqu’en août.',
    ],
    comments: [
      '+ L’été dernier, arroser était interdit et tout a séché.',
      '= Combien coûte la cuve ? Compter vingt-cinq mille euros posée.',
      '+ Les services techniques y pensent depuis longtemps, merci de le demander.',
    ],
  },
  {
    title: 'Éteindre l’éclairage public de minuit à cinq heures',
    category: 'arbres',
    area: 'plaine',
    supports: 74,
    body: [
      'Douze mille communes le font. La nôtre y gagnerait vingt-deux mille euros par an, et les insectes aussi. Gardons la gare et la place allumées.',
    ],
    comments: [
      '+ On verrait enfin les étoiles.',
      '- Je rentre de l’usine à deux heures du matin, à pied. Je ne veux pas rentrer dans le noir.',
      '> On pourrait garder un lampadaire sur trois sur le chemin de l’usine.',
      '- Les cambriolages vont augmenter.',
      '> La gendarmerie a publié une étude : elle ne voit pas de différence.',
      '= Essayons six mois dans deux quartiers et comparons.',
    ],
  },
  {
    title: 'Des nichoirs à martinets sous les toits de la mairie',
    category: 'arbres',
    area: 'centre',
    at: [1.2438, 46.9296],
    supports: 40,
    body: [
      'Le ravalement a bouché les trous où nichaient vingt couples. Vingt nichoirs en béton de bois, posés avant avril, coûtent huit cents euros.',
    ],
    comments: [
      '+ Un martinet mange mille moustiques par jour. Bonne affaire.',
      '= Avant le 15 avril impérativement, ensuite ils cherchent ailleurs.',
    ],
  },
  {
    title: 'Protéger la haie du chemin des Vignes',
    category: 'arbres',
    area: 'vignes',
    at: [1.2384, 46.9338],
    supports: 63,
    body: [
      'Trois cents mètres de haie ont été arrachés en février sans que personne soit prévenu. Demandons qu’elle soit inscrite au plan d’urbanisme comme élément à protéger.',
    ],
    comments: [
      '+ J’ai des photos d’avant. C’était plein de mésanges.',
      '- On ne peut plus rien faire chez soi.',
      '= Le plan local d’urbanisme est intercommunal : la commune peut demander, pas décider seule.',
    ],
  },
  {
    title: 'Un jardin de poche à la place de la station-service fermée',
    category: 'arbres',
    area: 'gare',
    at: [1.2503, 46.9271],
    address: '27, avenue de la Gare',
    supports: 87,
    body: [
      'La station est fermée depuis six ans. Quatre cents mètres carrés, deux arbres, une table de pique-nique et une fontaine, à mi-chemin entre la gare et le collège.',
    ],
    comments: [
      '+ Les collégiens mangent leur sandwich assis sur le trottoir.',
      '= Les cuves sont-elles retirées ? La dépollution est à la charge du propriétaire.',
      '+ Une fontaine à boire, surtout.',
    ],
  },
];
