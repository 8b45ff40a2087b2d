import type { ReactNode } from 'react';
import type { DataTableView } from '@parvis/shared/contracts/open-data.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import fr from '../messages/fr.json';
import styles from '../open-data.module.css';

const t = messagesOf(fr);

/** One table: what it holds, its files, and what each column means. */
export function TableCard({ table }: { table: DataTableView }) {
  const { title } = table;
  const [what, ...activity] = title.split(' – '); // the sort of table in the page's language, then the activity's title in the town's
  const words = (
    <>
      {what}
      {activity.length > 0 && (
        <>
          {' '}
          – <TownWords>{activity.join(' – ')}</TownWords>
        </>
      )}
    </>
  );
  return (
    <li className={styles.table}>
      <h3>{words}</h3>
      <p>{table.description}</p>
      <div className={styles.files}>
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} className={styles.main} href={table[format]} download>
            <Icon name="download" />
            {t(format)}
            <Of>{words}</Of>
          </a>
        ))}
        {(['schema', 'errors'] as const).map((format) => (
          <a key={format} href={table[format]}>
            {t(format)}
            <Of>{words}</Of>
          </a>
        ))}
      </div>
      <Disclosure summary={t('columns', { count: table.columns.length })}>
        <dl className={styles.columns}>
          {table.columns.map(({ name, type, description }) => (
            <div key={name}>
              <dt>
                <code>{name}</code> <small>{t.has(`type.${type}`) ? (t as (key: string) => string)(`type.${type}`) : type}</small>
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </li>
  );
}

/** Which table, after the word of a link, for those who hear the links without the page. */
function Of({ children }: { children: ReactNode }) {
  return <VisuallyHidden> {t.rich('of', { title: children })}</VisuallyHidden>;
}
