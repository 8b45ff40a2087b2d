import type { TownData } from '@parvis/shared/contracts/open-data.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Section } from '../../../ui/Section.tsx';
import fr from '../messages/fr.json';
import styles from '../open-data.module.css';

const t = messagesOf(fr);

/** Under which licence, described how, and what to know before one counts. `feed` is the address of the Atom feed. */
export function DataNotes({ data, feed }: { data: Pick<TownData, 'licence' | 'datapackage'>; feed: string }) {
  return (
    <>
      <Section title={t('licence.title')}>
        <div className={styles.facts}>
          <p>
            {t.rich('licence', {
              licence: (words) => (
                <a href={data.licence.path} rel="license">
                  {words}
                </a>
              ),
            })}
          </p>
          <p>{t.rich('package', { link: (words) => <a href={data.datapackage}>{words}</a> })}</p>
        </div>
      </Section>
      <Section title={t('how.title')}>
        <ul className={styles.know}>
          <li>{t('how.csv')}</li>
          <li>{t('how.people')}</li>
          <li>{t('how.errors')}</li>
        </ul>
      </Section>
      <Section title={t('more')}>
        <p className={styles.facts}>
          <span>{t.rich('more.lead', { feed: (words) => <a href={feed}>{words}</a> })}</span>
        </p>
      </Section>
    </>
  );
}
