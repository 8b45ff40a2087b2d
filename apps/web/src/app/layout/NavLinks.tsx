import { Link } from '../../platform/router/router.tsx';
import { messagesOf } from '../../platform/messages.ts';
import fr from './messages/fr.json';
import { isBelow, type NavItem } from './nav-items.ts';

const t = messagesOf(fr);

/** The lines of a menu as a list; the current one is told to everybody, not by colour alone. */
export function NavLinks({ items, path }: { items: readonly NavItem[]; path: string }) {
  return (
    <ul>
      {items.map(({ label, to }) => (
        <li key={to}>
          <Link
            to={to}
            aria-current={
              path === to
                ? 'page'
                : isBelow(path, to) && !items.some((other) => other.to.length > to.length && isBelow(path, other.to))
                  ? 'true'
                  : undefined
            }
          >
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
