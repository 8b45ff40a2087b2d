/** People of the demo town; the first ones write the most. All of them are invented. */
export const citizens: readonly string[] = [
  'Inès B.', 'Marc, fleuriste', 'Karim D.', 'Claire M.', 'Jeanne Peyrat', 'Léo P.', 'Association Lisse Verte', 'Amine K.', 'Sophie L.', 'Daniel T.', 'Nadia R.', 'Paul Auclair',
  'Odile G.', 'Thomas V.', 'Fatou S.', 'Yves Chaumeau', 'Camille N.', 'René D.', 'Lucie F.', 'Mohamed A.', 'Hélène C.', 'Bruno J.', 'Élodie W.', 'Gérard Michaud', 'Aïcha M.',
  'Martine Q.', 'Julien B.', 'Rose-Marie T.', 'Vincent H.', 'Anaïs P.', 'Bernadette Roy', 'Samir L.', 'Les Amis du pont Vieux', 'Patrick O.', 'Zoé D.', 'Christian E.', 'Manon S.', 'Huguette B.',
  'Olivier Tissier', 'Chloé R.', 'Jean-Luc M.', 'Mireille A.', 'Noé C.', 'Sandrine K.', 'Ahmed Z.', 'Pauline G.', 'Roland F.', 'Justine L.', 'Éric V.', 'Solange P.', 'Romain D.', 'Catherine U.',
  'Mathis B.', 'Denise J.', 'Ibrahima C.', 'Laure N.', 'Francis H.', 'Emma T.', 'Georges Aubry', 'Wendy M.', 'Alain S.', 'Inaya F.', 'Michel R.', 'Charlotte D.', 'Parents de Jules-Ferry', 'Rachid B.',
  'Monique L.', 'Hugo A.', 'Sylviane G.', 'Kevin P.', 'Agnès O.', 'Lounis T.', 'Brigitte C.', 'Arthur M.', 'Nicole V.', 'Sarah E.', 'Didier K.', 'Louna S.', 'Régis F.', 'Clémence B.',
];
