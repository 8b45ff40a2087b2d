import { Link, useLocation } from '../platform/router/router.tsx';
import { addresses } from '../platform/addresses.ts';
import { messagesOf } from '../platform/messages.ts';
import { pageNotFound } from '../platform/not-found.ts';
import type { Problem } from '../platform/problem.ts';
import { useSite } from '../platform/site.tsx';
import { LinkButton } from '../ui/Button.tsx';
import { Wrap } from '../ui/Wrap.tsx';
import fr from './messages/fr.json';
import styles from './ProblemPage.module.css';

const t = messagesOf(fr);

/** The page of a refusal: what happened, in plain words, and where to go from here. 404, 401, 403 and the rest share it. */
export function ProblemPage({ problem = null }: { problem?: Problem | null }) {
  const { pathname, search } = useLocation();
  const { viewer } = useSite();
  const shown = problem ?? pageNotFound();
  return (
    <Wrap>
      <section className={styles.page} aria-labelledby="probleme">
        <h1 id="probleme">{shown.title}</h1>
        <p className={styles.detail}>{shown.detail}</p>
        <p className={styles.ways}>
          {shown.status === 401 && !viewer && <LinkButton to={addresses.signIn(pathname + search)}>{t('problem.sign-in')}</LinkButton>}
          {shown.code === 'second-factor-required' && (
            <LinkButton to={addresses.secondFactor(pathname + search)}>{t('problem.second-factor')}</LinkButton>
          )}
          {(shown.status === 0 || shown.status >= 500) && <a href="">{t('problem.again')}</a>}
          <LinkButton look="quiet" to={addresses.home}>
            {t('problem.home')}
          </LinkButton>
          {shown.status === 404 && <Link to={addresses.consultations}>{t('problem.consultations')}</Link>}
        </p>
        {shown.status > 0 && shown.status !== 401 && (
          <p className={styles.reference}>{t('problem.code', { code: String(shown.status) })}</p>
        )}
        {shown.instance && shown.status >= 500 && (
          <p className={styles.reference}>{t('problem.reference', { reference: shown.instance.replace('urn:uuid:', '') })}</p>
        )}
      </section>
    </Wrap>
  );
}
