/** The moderation rules of the demo town; decisions cite them by number. */
export const rules = [
  { title: 'Rester dans le sujet', body: 'Une contribution parle de la question posée. Ce qui n’y répond pas est déplacé ou retiré.' },
  { title: 'Respecter les personnes', body: 'Ni insulte, ni menace, ni attaque contre une personne ou un groupe. On discute les idées.' },
  { title: 'Pas de publicité', body: 'Ni annonce commerciale, ni lien sans rapport, ni message répété.' },
  { title: 'Protéger la vie privée', body: 'On ne nomme pas un particulier, on ne donne ni adresse, ni téléphone, ni plaque d’immatriculation d’autrui.' },
  { title: 'Respecter la loi', body: 'Tout contenu illicite est retiré, et signalé aux autorités quand la loi l’exige.' },
] as const;
