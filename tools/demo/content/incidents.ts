import type { DecisionAct, FlagGround } from '@parvis/shared/rules/words.ts';

/** A comment that people flagged, and what moderation made of it. */
export interface DemoIncident {
  readonly on: string;
  readonly text: string;
  readonly flags: readonly { readonly ground: FlagGround; readonly text: string }[];
  readonly decision?: { readonly act: DecisionAct; readonly rule: number; readonly reason: string; readonly daysAgo: number };
  /** The author contests the decision; another moderator has not looked at it yet. */
  readonly appeal?: string;
  /** An account of the demonstration; one of the citizens without it, who can neither appeal nor correct. */
  readonly writer?: string;
}

export const incidents: readonly DemoIncident[] = [
  {
    on: 'Planter des arbres d’ombre place du Marché, côté sud',
    writer: 'amine@saint-aubin.example',
    text: 'Mon voisin du 14 rue Haute, M. Jean Barrois, a déjà coupé deux arbres sans rien demander. On plante et lui il coupe ?',
    flags: [
      { ground: 'personal-data', text: 'Nomme un voisin.' },
      { ground: 'personal-data', text: 'Donne une adresse privée.' },
      { ground: 'insult-hate', text: 'C’est de la diffamation.' },
    ],
  },
  {
    on: 'Protéger la haie du chemin des Vignes',
    text: 'Élagage, taille, abattage : devis gratuit, travail soigné, appelez-moi sur mon portable.',
    flags: [{ ground: 'spam', text: 'Publicité.' }],
    decision: {
      act: 'hide',
      rule: 3,
      reason:
        'Votre message est une annonce commerciale. La place reste visible avec cette règle ; vous pouvez écrire un autre commentaire sur la haie.',
      daysAgo: 11,
    },
  },
  {
    on: 'Fermer entièrement le pont Vieux aux voitures',
    writer: 'amine@saint-aubin.example',
    text: 'Ceux qui défendent les voitures sur ce pont sont des imbéciles et des égoïstes, point.',
    flags: [{ ground: 'insult-hate', text: 'Insulte tous ceux qui pensent autrement.' }],
    decision: {
      act: 'hide',
      rule: 2,
      reason: 'Le commentaire insulte les personnes au lieu de discuter l’idée. Réécrivez-le sans les qualifier et il sera publié.',
      daysAgo: 3,
    },
    appeal:
      'Je reconnais le ton, mais je ne vise personne en particulier et je parle bien du pont. Je demande qu’une autre personne relise.',
  },
  {
    on: 'Éteindre l’éclairage public de minuit à cinq heures',
    text: 'Les lampadaires de la rue des Prés restent allumés toute la nuit, c’est du gaspillage. Comptez : cent douze lampes.',
    flags: [{ ground: 'off-topic', text: 'Hors sujet.' }],
    decision: { act: 'keep', rule: 1, reason: 'Le commentaire parle bien de l’éclairage : il répond à la proposition.', daysAgo: 8 },
  },
  {
    on: 'Une rue aux écoles devant Jules-Ferry, le matin et le soir',
    writer: 'ines@saint-aubin.example',
    text: 'La voiture grise immatriculée AB-123-CD monte sur le trottoir tous les matins, voilà pourquoi il faut fermer.',
    flags: [{ ground: 'personal-data', text: 'Plaque d’immatriculation.' }],
    decision: {
      act: 'ask-correction',
      rule: 4,
      reason: 'Retirez la plaque d’immatriculation et votre commentaire sera publié aussitôt.',
      daysAgo: 2,
    },
  },
  {
    on: 'Un café associatif dans l’ancienne perception',
    text: 'Venez sur ma page, je vends des cafetières à prix coûtant, lien en réponse.',
    flags: [{ ground: 'spam', text: 'Vend des cafetières.' }],
  },
];
