import { communeOf } from './commune-name.ts';

test.each([
  ['Lyon', 'Commune de Lyon'],
  ['Arcachon', 'Commune d’Arcachon'],
  ['Évreux', 'Commune d’Évreux'],
  ['Hyères', 'Commune d’Hyères'],
  ['Le Mans', 'Commune du Mans'],
  ['Les Ulis', 'Commune des Ulis'],
  ['La Rochelle', 'Commune de La Rochelle'],
  ['L’Isle-Adam', 'Commune de L’Isle-Adam'],
  ['Saint-Aubin-sur-Lisse', 'Commune de Saint-Aubin-sur-Lisse'],
])('%s is the %s', (name, expected) => expect(communeOf(name)).toBe(expected));
