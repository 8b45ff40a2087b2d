import fc from 'fast-check';
import { isRestricting, possibleActs, reversalOf, stateAfter } from './moderation.ts';
import { decisionActs, moderationStates, publicationStates } from './words.ts';

const state = fc.record({ publication: fc.constantFrom(...publicationStates), moderation: fc.constantFrom(...moderationStates) });

test('drafts and erased texts are beyond any decision', () =>
  fc.assert(
    fc.property(state, (one) => {
      for (const publication of ['draft', 'erased'] as const)
        expect(possibleActs({ ...one, publication }, { hasAccount: true })).toEqual([]);
    }),
  ));

test('a decision against an author can always be undone by an appeal', () =>
  fc.assert(
    fc.property(state, fc.constantFrom(...decisionActs), (one, act) => {
      const after = stateAfter(act, one);
      if (!after || !isRestricting(act)) return;
      const undone = stateAfter(reversalOf(act, after.publication), after);
      expect(undone?.moderation).toBe('none');
      expect(['published', 'withdrawn', 'merged']).toContain(undone?.publication);
    }),
  ));

test('only publishing changes what the public may know of, and nothing that was published returns to waiting', () =>
  fc.assert(
    fc.property(state, fc.constantFrom(...decisionActs), (one, act) => {
      const after = stateAfter(act, one);
      if (after && act !== 'publish') expect(after.publication).toBe(one.publication);
    }),
  ));

const online = { hasAccount: true };

test('what waits for publication can be published, refused or sent back', () => {
  expect(possibleActs({ publication: 'pending', moderation: 'none' }, online)).toEqual(['ask-correction', 'publish', 'refuse']);
  expect(possibleActs({ publication: 'published', moderation: 'none' }, online)).toEqual(['keep', 'hide', 'ask-correction', 'lock']);
  expect(possibleActs({ publication: 'published', moderation: 'hidden' }, online)).toEqual(['restore']);
  expect(possibleActs({ publication: 'published', moderation: 'none' }, { hasAccount: false })).toEqual(['keep', 'hide', 'lock']);
});
