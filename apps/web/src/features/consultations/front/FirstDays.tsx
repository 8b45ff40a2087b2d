import { Link } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useSite, useTown } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { Cover } from '../components/Cover.tsx';
import { HowItWorks } from './HowItWorks.tsx';
import fr from './messages/fr.json';
import styles from './FirstDays.module.css';

const t = messagesOf(fr);

/** The front page before any consultation: says what this place will be, and what one can do today. */
export function FirstDays({ mayWrite }: { mayWrite: boolean }) {
  const { name, tagline, footer } = useTown();
  const { viewer } = useSite();
  return (
    <>
      <div className={styles.hero}>
        <Wrap className={styles.inside}>
          <div className={styles.words}>
            {tagline && (
              <p className={styles.tagline}>
                <TownWords>{tagline}</TownWords>
              </p>
            )}
            <h1>{t.rich('first.title', { town: <span className={styles.name}>{name}</span> })}</h1>
            <p className={styles.lead}>{t('first.lead')}</p>
            <Row gap={3}>
              {mayWrite ? (
                <LinkButton to="/admin/consultations" icon="plus">
                  {t('first.write')}
                </LinkButton>
              ) : (
                !viewer && (
                  <LinkButton to={addresses.register} icon="person">
                    {t('first.register')}
                  </LinkButton>
                )
              )}
              {footer.includes('moderation-rules') && (
                <LinkButton to={addresses.footer('moderation-rules')} look="quiet">
                  {t('first.rules')}
                </LinkButton>
              )}
            </Row>
            {!viewer && (
              <p className={styles.note}>{t.rich('first.sign-in', { link: (words) => <Link to={addresses.signIn()}>{words}</Link> })}</p>
            )}
          </div>
          <Cover cover={null} className={styles.picture} />
        </Wrap>
      </div>
      <Wrap>
        <HowItWorks />
      </Wrap>
    </>
  );
}
