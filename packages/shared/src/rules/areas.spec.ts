import fc from 'fast-check';
import { areaAt, maxAreas, readAreas, type NamedArea } from './areas.ts';

const square = (x: number, y: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ],
});
const feature = (name: unknown, geometry: object, key = 'nom') => ({ type: 'Feature', properties: { [key]: name }, geometry });
const read = (features: readonly object[]): NamedArea[] => {
  const result = readAreas({ type: 'FeatureCollection', features });
  if ('fault' in result) throw new Error(result.fault);
  return result.areas;
};

test('quarters take their names from the file, and their ids from the names', () => {
  const areas = read([feature('Les Bords de Lisse', square(0, 0)), feature('Centre', square(1, 0), 'LIBELLE')]);
  expect(areas.map((area) => [area.id, area.name])).toEqual([
    ['les-bords-de-lisse', 'Les Bords de Lisse'],
    ['centre', 'Centre'],
  ]);
  expect(areaAt(areas, { lon: 0.5, lat: 0.5 })).toBe('les-bords-de-lisse');
  expect(areaAt(areas, { lon: 1.5, lat: 0.5 })).toBe('centre');
  expect(areaAt(areas, { lon: 5, lat: 5 })).toBeNull();
});

test('two parts of one name are one quarter, and two names of one slug keep apart', () => {
  expect(read([feature('Port', square(0, 0)), feature('Port', square(4, 4))])).toMatchObject([
    { id: 'port', shape: { coordinates: { length: 2 } } },
  ]);
  expect(read([feature('Port', square(0, 0)), feature('Pôrt', square(4, 4))]).map((area) => area.id)).toEqual(['port', 'port-2']);
});

test('a nameless quarter, a point and a list without end are refused', () => {
  expect(readAreas({ type: 'FeatureCollection', features: [feature('', square(0, 0))] })).toEqual({ fault: 'area-without-name' });
  expect(readAreas({ type: 'FeatureCollection', features: [feature('A', { type: 'Point', coordinates: [0, 0] })] })).toEqual({
    fault: 'not-a-territory',
  });
  expect(
    readAreas({ type: 'FeatureCollection', features: Array.from({ length: maxAreas + 1 }, (_, at) => feature(`Q${at}`, square(at, 0))) }),
  ).toEqual({ fault: 'too-many' });
});

test('nothing that a file may hold breaks the reading', () =>
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      expect(Object.keys(readAreas(document))).toHaveLength(1);
    }),
  ));
