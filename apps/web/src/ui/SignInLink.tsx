import { Link, useLocation } from '../platform/router/router.tsx';
import { addresses } from '../platform/addresses.ts';
import { messagesOf } from '../platform/messages.ts';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** The way out of `sign-in-required`, for who is not signed in, or no longer: it comes back to this page. */
export function SignInLink() {
  const { pathname, search } = useLocation();
  return <Link to={addresses.signIn(pathname + search)}>{t('sign-in')}</Link>;
}
