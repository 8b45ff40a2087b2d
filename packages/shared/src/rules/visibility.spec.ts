import fc from 'fast-check';
import { sightOf, type Sight, type Visible } from './visibility.ts';
import { consultationStates, consultationVisibilities, moderationStates, publicationStates } from './words.ts';

const contribution: fc.Arbitrary<Visible> = fc.record({
  kind: fc.constantFrom('proposal', 'comment'),
  publication: fc.constantFrom(...publicationStates),
  moderation: fc.constantFrom(...moderationStates),
  wasPublished: fc.boolean(),
  consultationState: fc.constantFrom(...consultationStates),
  consultationVisibility: fc.constantFrom(...consultationVisibilities),
});
const amount: Record<Sight, number> = { nothing: 0, place: 1, text: 2 };

test('nobody sees less than the public does, and the invited see no more than the author', () =>
  fc.assert(
    fc.property(contribution, (one) => {
      const [everybody, invited, author, staff] = (['public', 'invited', 'author', 'staff'] as const).map(
        (reader) => amount[sightOf(one, reader)],
      );
      if (one.publication !== 'draft') expect(staff).toBeGreaterThanOrEqual(invited!);
      expect(invited).toBeGreaterThanOrEqual(everybody!);
      expect(author).toBeGreaterThanOrEqual(invited!);
    }),
  ));

test('hidden words are read by their author and the staff alone', () =>
  fc.assert(
    fc.property(contribution, (one) => {
      const hidden = { ...one, moderation: 'hidden' } as const;
      for (const reader of ['public', 'invited'] as const) expect(sightOf(hidden, reader)).not.toBe('text');
    }),
  ));

test('a draft is its author’s alone, whatever else is true', () =>
  fc.assert(
    fc.property(contribution, (one) => {
      for (const reader of ['public', 'invited', 'staff'] as const)
        expect(sightOf({ ...one, publication: 'draft' }, reader)).toBe('nothing');
    }),
  ));

test('erased words are read by nobody', () =>
  fc.assert(
    fc.property(contribution, fc.constantFrom('public', 'invited', 'author', 'staff'), (one, reader) => {
      expect(sightOf({ ...one, publication: 'erased' }, reader)).not.toBe('text');
    }),
  ));

test('a withdrawn comment leaves its place, a withdrawn proposal stays readable', () => {
  const withdrawn = {
    publication: 'withdrawn',
    moderation: 'none',
    wasPublished: true,
    consultationState: 'published',
    consultationVisibility: 'public',
  } as const;
  expect(sightOf({ kind: 'comment', ...withdrawn }, 'public')).toBe('place');
  expect(sightOf({ kind: 'proposal', ...withdrawn }, 'public')).toBe('text');
});
