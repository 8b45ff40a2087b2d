import fc from 'fast-check';
import { gather } from './clusters.ts';
import { boundsOf, outlinePath, projection } from './mercator.ts';

const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });

test('gathering loses and doubles no point, and no two marks overlap', () =>
  fc.assert(
    fc.property(fc.array(point), fc.integer({ min: 1, max: 200 }), (points, radius) => {
      const clusters = gather(points, (one) => one, radius);
      expect(clusters.flatMap((cluster) => cluster.members).sort((a, b) => a.x - b.x || a.y - b.y)).toEqual(
        [...points].sort((a, b) => a.x - b.x || a.y - b.y),
      );
      for (const one of clusters)
        for (const other of clusters)
          if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(radius);
    }),
  ));

test('every place of the map falls into its frame, north up and east right', () => {
  const place = fc.record({ lon: fc.double({ min: -61, max: 60, noNaN: true }), lat: fc.double({ min: -22, max: 51, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
      const project = projection(boundsOf(places)!, { width: 600, height: 400, margin: 20 });
      for (const [x, y] of places.map(project)) {
        expect(x).toBeGreaterThanOrEqual(19.9);
        expect(x).toBeLessThanOrEqual(580.1);
        expect(y).toBeGreaterThanOrEqual(19.9);
        expect(y).toBeLessThanOrEqual(380.1);
      }
    }),
  );
  const project = projection({ west: -1, south: 47, east: 0, north: 48 }, { width: 100, height: 100, margin: 0 });
  expect(project({ lon: -1, lat: 48 })[1]).toBeLessThan(project({ lon: 0, lat: 47 })[1]);
});

test('an outline is drawn closed, without points that nobody could tell apart', () => {
  const project = projection({ west: 0, south: 0, east: 1, north: 1 }, { width: 100, height: 100, margin: 0 });
  expect(
    outlinePath(
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [0.00001, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
      project,
    ),
  ).toMatch(/^M[\d. ]+L[\d. ]+L[\d. ]+L[\d. ]+Z$/);
});
