import { Authenticator } from 'passport';
import { Strategy } from 'passport-local';
import type { Town } from '../../platform/http/index.ts';

/** Gives the account of an address and password in a town, or null. */
export type VerifyLocal<A> = (town: Town, email: string, password: string) => Promise<A | null>;

/**
 * E-mail and password as a passport strategy, without passport's session (the session is our own row). Another way to sign in (OpenID
 * Connect, passkey) is another strategy beside this one that ends in the same account: see docs/decisions on signing in.
 */
export function localVerifier<A extends object>(find: VerifyLocal<A>): VerifyLocal<A> {
  const passport = new Authenticator();
  passport.use(
    new Strategy({ usernameField: 'email', session: false, passReqToCallback: true }, (request, email, password, done) => {
      find((request as unknown as { town: Town }).town, email, password).then((account) => done(null, account ?? false), done);
    }),
  );
  return (town, email, password) =>
    new Promise((resolve, reject) => {
      const answer = (error: unknown, account: A | false): void => (error ? reject(error as Error) : resolve(account || null));
      const run = passport.authenticate('local', { session: false }, answer) as (
        request: object,
        response: object,
        next: (error: unknown) => void,
      ) => void;
      run({ town, body: { email, password } }, {}, reject);
    });
}
