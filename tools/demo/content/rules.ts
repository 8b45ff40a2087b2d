interface DemoRule {
  readonly title: string;
  readonly body: string;
  readonly english: { readonly title: string; readonly body: string };
}

const written: readonly DemoRule[] = [
  {
    title: 'Rester dans le sujet',
    body: 'Une contribution parle de la question posée. Ce qui n’y répond pas est déplacé ou retiré.',
    english: {
      title: 'Stay on the subject',
      body: 'A contribution is about the question asked. What does not answer it is moved or removed.',
    },
  },
  {
    title: 'Respecter les personnes',
    body: 'Ni insulte, ni menace, ni attaque contre une personne ou un groupe. On discute les idées.',
    english: { title: 'Respect people', body: 'No insults, no threats, no attacks on a person or a group. We discuss ideas.' },
  },
  {
    title: 'Pas de publicité',
    body: 'Ni annonce commerciale, ni lien sans rapport, ni message répété.',
    english: { title: 'No advertising', body: 'No commercial notices, no unrelated links, no repeated messages.' },
  },
  {
    title: 'Protéger la vie privée',
    body: 'On ne nomme pas un particulier, on ne donne ni adresse, ni téléphone, ni plaque d’immatriculation d’autrui.',
    english: {
      title: 'Protect privacy',
      body: 'Do not name private persons; do not give anybody’s address, telephone number or number plate.',
    },
  },
  {
    title: 'Respecter la loi',
    body: 'Tout contenu illicite est retiré, et signalé aux autorités quand la loi l’exige.',
    english: { title: 'Respect the law', body: 'Illegal content is removed, and reported to the authorities where the law asks for it.' },
  },
];

/** The moderation rules of the demo town, in its two languages; decisions cite them by number. */
export const rules = written.map(({ english, ...french }) => ({ ...french, translations: [{ language: 'en' as const, ...english }] }));
