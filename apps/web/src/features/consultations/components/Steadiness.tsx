import { Link } from '../../../platform/router/router.tsx';
import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import fr from '../messages/fr.json';
import styles from './Steadiness.module.css';

const t = messagesOf(fr);

/** What people can hold the town to: every change is kept, the rules of moderation are published, the data are open. */
export function Steadiness({
  consultation: { version, updatedAt, publishedAt, isPreview },
  here,
}: {
  consultation: ConsultationPage;
  here: string;
}) {
  return (
    <ul className={styles.list}>
      <li>
        <Icon name="history" size="large" />
        <div>
          <strong>
            {version > 1
              ? t.rich('frame.changed', { date: <DateText date={updatedAt} /> })
              : publishedAt
                ? t.rich('frame.unchanged', { date: <DateText date={publishedAt} /> })
                : t('frame.draft')}
          </strong>
          {!isPreview && <Link to={`${here}/historique`}>{t('frame.history')}</Link>}
        </div>
      </li>
      <li>
        <Icon name="scale" size="large" />
        <div>
          <strong>{t('frame.rules')}</strong>
          <Link to={addresses.footer('moderation-rules')}>{t('frame.rules.link')}</Link>
        </div>
      </li>
      <li>
        <Icon name="download" size="large" />
        <div>
          <strong>{t('frame.data')}</strong>
          <Link to={addresses.openData}>{t('frame.data.link')}</Link>
        </div>
      </li>
    </ul>
  );
}
