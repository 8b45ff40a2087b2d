import { firstSentence } from './first-sentence.ts';

test('what a town will do is told in its first sentence, and the rest stands below it', () => {
  expect(firstSentence('Chaque proposition reçoit une réponse avant le 31 janvier. Le conseil décide le 4 mars.')).toEqual({
    first: 'Chaque proposition reçoit une réponse avant le 31 janvier.',
    rest: 'Le conseil décide le 4 mars.',
  });
  expect(firstSentence('Le conseil décide sur rapport de M. Morel en mars')).toEqual({
    first: 'Le conseil décide sur rapport de M. Morel en mars',
    rest: '',
  });
  expect(firstSentence('')).toEqual({ first: '', rest: '' });
});
