import type { DemoProposal } from './proposal.ts';

/** Cars, parking and buses. */
export const cars: readonly DemoProposal[] = [
  {
    title: 'Fermer entièrement le pont Vieux aux voitures',
    category: 'voitures',
    area: 'pont-vieux',
    at: [1.2411, 46.9265],
    address: 'Pont Vieux',
    supports: 121,
    body: [
      'Le pont Vieux a quatre siècles et supporte trois mille voitures par jour. Ses parapets se fendent. Le pont neuf est à quatre cents mètres.',
      'Rendons-le aux piétons et aux vélos : ce serait la plus belle promenade de la ville, et la réparation coûterait moins cher sans le poids des camions.',
    ],
    comments: [
      '+ Enfin quelqu’un le dit. Ce pont est notre trésor.',
      '- Les pompiers et les ambulances de la rive droite passent par là. Comment feront-ils ?',
      '> C’est la bonne question. Des bornes qui s’abaissent coûtent cher et tombent en panne.',
      '- Quatre cents mètres à l’aller, quatre cents au retour, dix fois par jour pour une infirmière à domicile.',
      '+ Au moins le dimanche et l’été, pour commencer.',
      '> Oui, un essai avec un bilan public.',
      '= Combien coûte la réparation, avec et sans voitures ? On ne peut pas en parler sans ce chiffre.',
      '- Le pont neuf est déjà bouché à dix-huit heures.',
    ],
  },
  {
    title: 'Un parking relais gratuit derrière le stade',
    category: 'voitures',
    area: 'plaine',
    at: [1.2476, 46.9231],
    address: 'Chemin du Stade',
    supports: 66,
    body: [
      'Cent vingt places existent derrière le stade, vides en semaine. Avec un fléchage et un éclairage, on les atteint à six minutes à pied de la place. Les places du centre resteraient pour les courses rapides et les personnes handicapées.',
    ],
    comments: [
      '+ Six minutes, c’est le temps de trouver une place en centre-ville.',
      '= Les jours de match, on fait comment ?',
      '- Personne ne marchera six minutes avec ses courses.',
      '> Pour les courses, justement, il reste les places courtes du centre.',
    ],
  },
  {
    title: 'Des places d’une demi-heure devant les commerces',
    category: 'voitures',
    area: 'centre',
    at: [1.244, 46.9289],
    supports: 88,
    body: [
      'Devant ma boulangerie, quatre voitures restent du matin au soir. Avec des places limitées à trente minutes, il en passerait soixante dans la journée.',
      'Un disque suffit, sans parcmètre.',
    ],
    comments: [
      '+ Je suis pharmacienne, même constat.',
      '= Le disque ne sert à rien sans contrôle. La police municipale a deux agents.',
      '+ À Issoudun, ils ont mis des bornes vertes puis rouges. Cela se respecte tout seul.',
      '- Et les employés, ils se garent où ?',
      '> Derrière le stade, voir l’autre proposition.',
    ],
  },
  {
    title: 'Interdire le transit des poids lourds dans la Grande-Rue',
    category: 'voitures',
    area: 'centre',
    at: [1.2434, 46.9284],
    supports: 134,
    body: [
      'Deux cent dix camions par jour traversent le bourg pour éviter le péage de la rocade. Les vitres tremblent, les façades se fissurent. La déviation existe depuis 2011.',
      'Demandons l’arrêté pour les plus de sept tonnes cinq, sauf livraisons.',
    ],
    comments: [
      '+ J’ai compté aussi : deux cent trente un jeudi.',
      '+ Ma grand-mère a une fissure de deux centimètres dans sa chambre.',
      '= L’arrêté est du pouvoir du préfet sur une route à grande circulation. Il faut une délibération qui le demande.',
      '> Alors que le conseil la vote. C’est bien dans ses pouvoirs.',
      '- Les livraisons seront contrôlées comment ?',
    ],
  },
  {
    title: 'Deux bornes de recharge rapides près de la salle des fêtes',
    category: 'voitures',
    area: 'plaine',
    at: [1.2463, 46.9244],
    supports: 29,
    body: [
      'Ceux qui vivent en appartement ne peuvent pas recharger. Deux bornes près de la salle des fêtes serviraient aussi aux visiteurs.',
    ],
    comments: [
      '= Le syndicat d’énergie les pose gratuitement si la commune donne le terrain.',
      '- L’argent public n’a pas à remplir des voitures à quarante mille euros.',
      '+ J’habite en HLM et ma voiture électrique est d’occasion. Cela existe.',
    ],
  },
  {
    title: 'Partager trois voitures entre habitants',
    category: 'voitures',
    area: 'gare',
    supports: 41,
    body: [
      'Une voiture en autopartage en remplace huit. Trois voitures, une à la gare, une place du Marché, une aux Vignes, réservées par téléphone ou sur internet.',
    ],
    comments: [
      '+ Nous gardons une deuxième voiture pour vingt jours par an. Nous la vendrions.',
      '= Sur internet et au téléphone : merci d’y avoir pensé.',
      '- Qui nettoie ? Qui paie quand elle est rayée ?',
    ],
  },
  {
    title: 'Supprimer les feux et faire un rond-point au carrefour de la Poste',
    category: 'voitures',
    area: 'centre',
    at: [1.2452, 46.928],
    supports: 24,
    body: ['On attend deux minutes alors que personne ne passe. Un petit rond-point fluidifierait tout.'],
    comments: [
      '- Un rond-point, c’est la fin des traversées à pied. Regardez celui de la zone commerciale.',
      '- Il n’y a pas la place : il faudrait démolir la maison du notaire.',
      '= Des feux qui détectent les voitures seraient un bon compromis.',
    ],
  },
  {
    title: 'Une navette entre La Plaine, la gare et le marché',
    category: 'bus',
    area: 'plaine',
    at: [1.2465, 46.9222],
    supports: 112,
    body: [
      'La Plaine compte neuf cents habitants et pas un bus. Une navette de huit places, quatre allers-retours le mercredi et le samedi, coûterait quarante mille euros par an.',
      'Le conducteur pourrait être partagé avec le portage des repas.',
    ],
    comments: [
      '+ Je ne conduis plus. Sans ma voisine, je ne verrais plus le marché.',
      '+ Le samedi seulement, ce serait déjà beaucoup.',
      '= Quarante mille euros pour combien de passagers ? Il faut un essai de six mois.',
      '> D’accord pour l’essai, avec les chiffres publiés chaque mois.',
      '- Le covoiturage solidaire fait la même chose pour rien.',
    ],
  },
  {
    title: 'Avancer l’arrêt du car scolaire hors de la nationale',
    category: 'bus',
    area: 'vignes',
    at: [1.2372, 46.9341],
    address: 'Carrefour des Vignes',
    supports: 69,
    body: [
      'Nos enfants attendent sur un bas-côté de cinquante centimètres, de nuit, à la sortie d’un virage. Déplacer l’arrêt de quatre-vingts mètres dans le chemin des Vignes réglerait tout.',
    ],
    comments: [
      '+ Chaque matin je les accompagne avec une lampe.',
      '= Le transport scolaire dépend de la région : la commune doit écrire, mais ne décide pas seule.',
      '+ Une pétition de trente parents est prête.',
    ],
  },
  {
    title: 'Afficher les horaires du car en gros caractères',
    category: 'bus',
    area: 'centre',
    supports: 35,
    body: ['Les horaires sont écrits si petit qu’il faut une loupe. Une affiche par arrêt, en gros, avec les jours fériés.'],
    comments: ['+ Si simple et si utile.', '= Le QR code ne remplace pas l’affiche : tout le monde n’a pas de téléphone.'],
  },
];
