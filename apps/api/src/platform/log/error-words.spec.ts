import { scrubbed, wordsOf } from './error-words.ts';

test('of a database error the log tells codes and names of the schema, not the values of the statement', () => {
  const driverError = Object.assign(new Error('duplicate key value violates unique constraint "accounts_email"'), {
    code: '23505',
    constraint: 'accounts_email',
    table: 'accounts',
    detail: 'Key (email)=(ines@exemple.fr) already exists.',
  });
  const error = Object.assign(new Error('invalid input syntax for type uuid: "Inès"'), {
    name: 'QueryFailedError',
    driverError,
    query: 'INSERT …',
    parameters: ['ines@exemple.fr'],
  });
  expect(wordsOf(error)).toEqual({
    type: 'QueryFailedError',
    code: '23505',
    constraint: 'accounts_email',
    table: 'accounts',
    message: 'database error',
    at: expect.any(Array),
  });
  expect(JSON.stringify(wordsOf(error))).not.toMatch(/Inès|ines@/);
});

test('a parser’s words are left out, a cause is told likewise, and a stack only by its frames', () => {
  const error = new Error('could not be read', { cause: new SyntaxError('Unexpected token I in JSON: Inès habite rue Haute') });
  expect(wordsOf(error)).toMatchObject({ message: 'could not be read', cause: { type: 'SyntaxError', message: 'not readable' } });
  expect(wordsOf(error).at[0]).toContain('error-words.spec.ts');
  expect(JSON.stringify(wordsOf(error))).not.toContain('Inès');
  expect(wordsOf('Inès')).toEqual({ type: 'string', message: 'something was thrown that is no error', at: [] });
});

test.each([
  ['connect ECONNREFUSED 192.0.2.7:5432', 'connect ECONNREFUSED …:5432'],
  ['550 5.1.1 <ines@exemple.fr> unknown', '550 5.1.1 … unknown'],
  ['no message "accounts.mails.x" in fr', 'no message … in fr'],
  ['from 2001:db8:1::9 came\ntoo much', 'from … came too much'],
  ['token q8Wv0Jd2kLxT7mZr4nYb1cHs6fGp3uEa refused', 'token … refused'],
  ['Cannot read properties of undefined', 'Cannot read properties of undefined'],
])('“%s” is logged as “%s”', (sentence, words) => {
  expect(scrubbed(sentence)).toBe(words);
});
