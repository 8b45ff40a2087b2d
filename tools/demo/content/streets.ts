import type { DemoProposal } from './proposal.ts';

/** Walking and schools. */
export const streets: readonly DemoProposal[] = [
  {
    title: 'Une rue aux écoles devant Jules-Ferry, le matin et le soir', category: 'marcher', area: 'ecoles', at: [1.2487, 46.9312], address: 'Rue Jules-Ferry', supports: 142,
    body: ['Chaque matin, entre 8 h 15 et 8 h 40, cent vingt voitures passent devant l’école pour déposer un enfant. Les trottoirs font un mètre vingt, les poussettes descendent sur la chaussée.', 'Je propose de fermer la rue aux voitures une demi-heure le matin et une demi-heure le soir, avec une barrière tenue par des parents volontaires, comme cela se fait à Châteauneuf depuis deux ans.', 'Les riverains et les secours passeraient toujours, au pas.'],
    comments: ['+ Je suis maîtresse de CE1 : deux enfants ont été bousculés par un rétroviseur depuis la rentrée. Il faut le faire avant l’hiver.', '+ Je veux bien tenir la barrière le mardi et le jeudi.', '> Moi aussi, le vendredi. Faisons une liste à la sortie.', '- J’habite au 14 et je pars travailler à 8 h 30. Attendre une demi-heure devant ma porte, non merci.', '> Le texte dit que les riverains passent au pas. Cela me paraît correct.', '= Et pour les enfants qui viennent de La Plaine en car ? Où s’arrêtera-t-il ?', '+ À Châteauneuf, le nombre d’enfants qui viennent à pied a doublé. Les chiffres sont sur le site de leur mairie.'],
  },
  {
    title: 'Des trottoirs d’au moins un mètre quarante dans la Grande-Rue', category: 'marcher', area: 'centre', at: [1.2442, 46.9288], address: 'Grande-Rue, entre la mairie et la poste', supports: 118,
    body: ['Je me déplace en fauteuil. Entre la mairie et la poste, le trottoir descend à quatre-vingt-dix centimètres devant la boulangerie et deux potelets le coupent en plein milieu.', 'La règle demande un mètre quarante. Quand on refera la rue, tenons-nous à cette largeur partout, même s’il faut supprimer une file de stationnement d’un côté.'],
    comments: ['+ Avec une poussette double, c’est pareil. On finit sur la route.', '+ Un mètre quarante, c’est la loi depuis 2005. Ce n’est pas une option.', '- Supprimer une file, c’est vingt-deux places. Les clients iront à la zone commerciale.', '> On les retrouve derrière la halle, à trois minutes.', '= Peut-on au moins enlever les deux potelets dès maintenant ? Cela ne coûte rien.', '+ Merci d’écrire ce que beaucoup vivent sans le dire.'],
  },
  {
    title: 'Allonger le feu piéton du carrefour de la Poste', category: 'marcher', area: 'centre', at: [1.2451, 46.9281], address: 'Carrefour de la Poste', supports: 64,
    body: ['Le bonhomme vert dure neuf secondes. Ma mère a quatre-vingt-un ans, elle en met dix-sept.', 'On peut régler un feu en une matinée. Commençons par là, sans attendre 2027.'],
    comments: ['+ J’ai chronométré : neuf secondes et demie. C’est trop court même pour moi.', '= C’est la route départementale, il faut l’accord du département.', '+ Et ajouter le signal sonore, il est en panne depuis l’été.'],
  },
  {
    title: 'Un passage piéton surélevé devant la crèche des Vignes', category: 'marcher', area: 'vignes', at: [1.2391, 46.9334], address: '3, chemin des Vignes', supports: 51,
    body: ['La descente est droite, tout le monde y roule à soixante. Un plateau à la hauteur du trottoir obligerait à ralentir juste devant la crèche.'],
    comments: ['+ Mon fils y va, j’ai peur tous les matins.', '- Les plateaux font du bruit quand les camions passent. Je dors au-dessus.', '> Un plateau bien fait, en pente douce, ne claque pas. Cela dépend de l’entreprise.', '= Un radar qui affiche la vitesse serait moins cher.'],
  },
  {
    title: 'Éclairer le raccourci entre la gare et le lotissement', category: 'marcher', area: 'gare', at: [1.2512, 46.9259], address: 'Sente du Lavoir', supports: 77,
    body: ['La sente du Lavoir évite dix minutes de marche, mais on n’y voit rien dès dix-sept heures en hiver. Plusieurs lycéennes préfèrent faire le tour par la nationale, qui n’a pas de trottoir.', 'Des lampes à détection de présence, orientées vers le sol, suffiraient.'],
    comments: ['+ Ma fille fait le tour par la nationale. C’est bien plus dangereux.', '= À détection, d’accord, mais pas toute la nuit : il y a des chauves-souris dans le lavoir.', '> La lumière orange les dérange moins, et une détection s’éteint après deux minutes.', '+ Je prends cette sente avec mon vélo, je vous rejoins.'],
  },
  {
    title: 'Des bancs tous les deux cents mètres entre la maison de retraite et la place', category: 'marcher', area: 'centre', at: [1.2424, 46.9301], supports: 93,
    body: ['Nous sommes onze résidents à écrire cette proposition. Nous aimerions aller seuls au marché, mais il n’y a pas un seul banc sur les six cents mètres du chemin.', 'Trois bancs avec des accoudoirs, à l’ombre, et nous viendrons.'],
    comments: ['+ Quelle belle idée. Je peux prêter mes bras pour les poser.', '+ Des accoudoirs, c’est important : sans eux, on ne se relève pas.', '= Pensez à laisser la place d’un fauteuil à côté du banc.', '+ Le Lions Club pourrait offrir le premier.'],
  },
  {
    title: 'Réparer l’escalier de la rue Haute et lui donner une rampe', category: 'marcher', area: 'pont-vieux', at: [1.2419, 46.9269], address: 'Escalier de la rue Haute', supports: 38,
    body: ['Quatre marches sont descellées et la rampe s’arrête au milieu. Deux chutes cet automne.'],
    comments: ['+ Je suis tombée le 3 octobre. Heureusement sans gravité.', '= Une goulotte pour pousser un vélo le long des marches, tant qu’à faire ?'],
  },
  {
    title: 'Une zone à trente dans tout le vieux bourg', category: 'marcher', area: 'centre', at: [1.2437, 46.9293], supports: 109,
    body: ['À trente, un choc avec un piéton est rarement mortel ; à cinquante, il l’est une fois sur deux. Dans nos rues de quatre mètres, personne ne gagne plus de vingt secondes à rouler plus vite.', 'Je propose une seule zone, simple à comprendre, du pont Vieux à la gare.'],
    comments: ['+ Simple et peu coûteux : des panneaux aux entrées et c’est tout.', '- Encore une limitation que personne ne fera respecter.', '> C’est vrai si les rues gardent la même largeur. Il faut aussi les aménager.', '- Les bus seront en retard.', '= Et la nuit ? À trois heures du matin, trente n’a pas de sens.', '+ Les enfants reviendraient jouer dans la rue des Tanneurs.'],
  },
  {
    title: 'Ouvrir la cour de l’école le week-end pour y jouer', category: 'marcher', area: 'ecoles', at: [1.2494, 46.9317], supports: 56,
    body: ['Le quartier des Écoles n’a ni parc ni jeux. La cour est vide cent quarante jours par an. Des communes l’ouvrent le samedi avec un règlement court et un gardien bénévole.'],
    comments: ['+ Nous habitons en face, sans jardin. Ce serait formidable.', '- Et qui ramasse les bouteilles le lundi matin ? Les agents de ménage ?', '> À Vierzon, ce sont les parents, à tour de rôle. Cela marche.', '= Quelle assurance ? La commune doit regarder cela d’abord.'],
  },
];
