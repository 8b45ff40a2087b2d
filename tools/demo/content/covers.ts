/** The two pictures at the head of the demo's consultations: drawn here in the town's colour, so that nobody's rights stand on them. */
export interface CoverDrawing {
  /** 1600 by 900; what matters stands in the middle, for cards cut the sides or the top. */
  readonly svg: string;
  readonly alt: string;
}

const green = '#0c5a54';
const mid = '#4f8f88';
const line = '#9cc5bf';
const soft = '#e3efec';
const sun = '#e8b64c';
const clay = '#c98a63';
const sand = '#f6efe1';
const white = '#fdfcf8';

const box = (x: number, y: number, width: number, height: number, fill: string, round = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
const disc = (x: number, y: number, radius: number, fill: string): string => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;
const stroke = (path: string, colour: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const many = (count: number, draw: (at: number) => string): string => Array.from({ length: count }, (_, at) => draw(at)).join('');

const sheet = (...parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900">${parts.join('')}</svg>`;

const sky = [
  box(0, 0, 1600, 900, soft),
  disc(1130, 190, 78, sun),
  shape('M0 520c150-110 330-120 520-40s360 60 560-30 360-60 520 20v430H0z', '#c9dfda'),
].join('');

/** Stands on `ground`; windows in `rows` of `columns`, with shutters. */
function house(
  { x, width, height, wall, roof }: { x: number; width: number; height: number; wall: string; roof: string },
  rows: number,
  columns: number,
  ground = 690,
): string {
  const top = ground - height;
  const step = width / columns;
  const glass = (row: number, column: number): string => {
    const [left, up] = [x + step * (column + 0.5) - 17, top + 40 + row * 104];
    return box(left - 13, up, 11, 62, mid, 2) + box(left, up, 34, 62, green, 3) + box(left + 36, up, 11, 62, mid, 2);
  };
  return [
    box(x, top, width, height, wall),
    shape(`M${x - 14} ${top}L${x + 34} ${top - 74}H${x + width - 34}L${x + width + 14} ${top}z`, roof),
    box(x + width - 84, top - 104, 30, 62, roof),
    many(rows, (row) => many(columns, (column) => glass(row, column))),
    box(x + width / 2 - 26, ground - 96, 52, 96, green, 4),
  ].join('');
}

function tree(x: number, ground: number, size: number): string {
  return [
    box(x - size * 0.07, ground - size * 1.1, size * 0.14, size * 1.1, '#6d5844', 4),
    disc(x, ground - size * 1.55, size * 0.62, mid),
    disc(x - size * 0.42, ground - size * 1.22, size * 0.45, mid),
    disc(x + size * 0.42, ground - size * 1.22, size * 0.45, '#3f7f78'),
    disc(x + size * 0.16, ground - size * 1.62, size * 0.4, '#629d96'),
  ].join('');
}

const stall = [
  box(612, 560, 10, 150, '#6d5844'),
  box(838, 560, 10, 150, '#6d5844'),
  box(616, 640, 228, 70, clay, 4),
  many(5, (at) => disc(646 + at * 42, 634, 17, at % 2 === 0 ? sun : mid)),
  many(6, (at) => shape(`M${594 + at * 45} 514h45l6 58a25 18 0 0 1-51 0z`, at % 2 === 0 ? white : green)),
].join('');

const rider = [
  stroke('M962 724a44 44 0 1 0 .1 0zM1122 724a44 44 0 1 0 .1 0z', green, 9),
  stroke('M962 768L1006 690L1088 690L1122 768M1006 690L1040 768L1088 690M962 768H1040M1088 690L1080 664H1106', green, 8),
  stroke('M1006 676L1052 702L1064 752', '#1f302e', 19),
  stroke('M1006 676L1042 716L1026 768', '#2b3f3d', 20),
  stroke('M1006 670L1032 590', sun, 44),
  stroke('M1034 606L1092 660', sun, 17),
  disc(1044, 538, 29, '#d9a987'),
  shape('M1013 536a31 31 0 0 1 62 0z', green),
].join('');

const bench = [
  box(322, 704, 168, 12, clay, 5),
  box(322, 668, 168, 11, clay, 5),
  box(338, 668, 9, 80, '#2b3f3d'),
  box(464, 668, 9, 80, '#2b3f3d'),
].join('');

const street: CoverDrawing = {
  alt: 'Dessin : une rue de petite ville bordée de maisons et d’arbres, avec un banc, un étal de marché et une personne à vélo.',
  svg: sheet(
    sky,
    house({ x: 20, width: 240, height: 300, wall: sand, roof: clay }, 2, 2),
    house({ x: 260, width: 270, height: 380, wall: white, roof: mid }, 3, 3),
    house({ x: 530, width: 220, height: 290, wall: line, roof: green }, 2, 2),
    house({ x: 750, width: 300, height: 350, wall: sand, roof: clay }, 2, 3),
    house({ x: 1050, width: 240, height: 390, wall: white, roof: green }, 3, 2),
    house({ x: 1290, width: 280, height: 300, wall: line, roof: clay }, 2, 3),
    box(0, 690, 1600, 70, '#efe6d4'),
    box(0, 758, 1600, 142, '#b9cfca'),
    box(0, 752, 1600, 10, white),
    many(9, (at) => box(40 + at * 190, 846, 96, 10, white, 5)),
    tree(250, 740, 150),
    tree(556, 740, 132),
    tree(1240, 740, 158),
    tree(1500, 740, 140),
    bench,
    stall,
    rider,
  ),
};

const school: CoverDrawing = {
  alt: 'Dessin : une ancienne école avec une horloge sur sa façade, deux arbres dans la cour et un préau sur la droite.',
  svg: sheet(
    sky,
    house({ x: 330, width: 280, height: 330, wall: sand, roof: clay }, 2, 3),
    house({ x: 870, width: 280, height: 330, wall: sand, roof: clay }, 2, 3),
    box(610, 300, 260, 390, white),
    shape('M584 300L740 176L896 300z', green),
    disc(740, 372, 44, green),
    disc(740, 372, 35, white),
    stroke('M740 372V348M740 372L758 382', green, 6),
    many(3, (at) => box(640 + at * 72, 446, 54, 92, mid, 4)),
    shape('M690 690v-70a50 50 0 0 1 100 0v70z', green),
    shape('M1196 500L1236 452H1536L1560 500z', mid),
    many(4, (at) => box(1216 + at * 104, 500, 14, 190, '#6d5844')),
    box(1216, 640, 326, 12, clay, 5),
    box(0, 690, 1600, 210, '#efe6d4'),
    shape('M690 690h100l90 210H600z', white),
    tree(200, 760, 230),
    tree(1136, 752, 150),
    many(17, (at) => (at > 5 && at < 10 ? '' : box(20 + at * 96, 800, 10, 100, green, 3))),
    many(2, (at) => box(at * 960, 826, at === 0 ? 530 : 640, 9, green)),
  ),
};

/** By the consultation's slug. */
export const covers: Readonly<Record<string, CoverDrawing>> = { 'deplacements-centre': street, 'ancienne-ecole': school };
