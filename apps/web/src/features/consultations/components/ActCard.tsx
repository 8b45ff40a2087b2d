import { Link } from '../../../platform/router/router.tsx';
import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import { screensOf } from '../../../activities/screens.ts';
import type { ActivityAct } from '../../../activities/site-kind.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import fr from '../messages/fr.json';
import styles from './ActCard.module.css';

const t = messagesOf(fr);

/** What people can do at this moment: what each way of taking part offers, then what can always be read. */
export function actsOf(consultation: ConsultationPage, here: string): ActivityAct[] {
  const { activities, documents, isPreview, stage } = consultation;
  const acts: ActivityAct[] = isPreview
    ? []
    : activities.flatMap((activity) => [...(screensOf(activity.kind)?.acts({ activity, consultation }) ?? [])]);
  if (acts.length > 0)
    acts.push({ action: 'paper', icon: 'page', title: t('act.paper'), detail: t('act.paper.detail'), to: `${here}/papier` });
  if (stage === 'finished')
    acts.push({ action: 'answers', icon: 'reply', title: t('act.answers'), detail: t('act.answers.detail'), to: `${here}/reponses` });
  if (documents.length > 0) {
    const pages = documents.reduce((sum, one) => sum + (one.pages ?? 0), 0);
    const detail = pages > 0 ? t('act.documents.pages', { count: pages }) : t('act.documents.detail');
    acts.push({ action: 'documents', icon: 'page', title: t('act.documents', { count: documents.length }), detail, to: '#documents' });
  }
  return acts;
}

/** The one card that asks to act. When nothing is open it says what comes next. */
export function ActCard({ consultation, acts }: { consultation: ConsultationPage; acts: readonly ActivityAct[] }) {
  const { stage, opensAt, isPreview } = consultation;
  return (
    <Card as="section" look="lifted" aria-labelledby="agir">
      <h2 id="agir" className={styles.title}>
        {t('act.title')}
      </h2>
      {isPreview && <p className={styles.note}>{t('act.preview')}</p>}
      {stage === 'upcoming' && !isPreview && (
        <p className={styles.note}>{opensAt ? t.rich('act.upcoming', { date: <DateText date={opensAt} /> }) : t('stage.soon')}</p>
      )}
      {stage === 'finished' && !isPreview && <p className={styles.note}>{t('act.finished')}</p>}
      {stage === 'open' && acts.length === 0 && !isPreview && <p className={styles.note}>{t('act.none')}</p>}
      {acts.length > 0 && (
        <ul className={styles.acts}>
          {acts.map((act) => (
            <li key={`${act.to} ${act.action}`}>
              <Link to={act.to}>
                <span className={styles.picture}>
                  <Icon name={act.icon} size="large" />
                </span>
                <span>
                  <strong>{act.title}</strong>
                  <small>{act.detail}</small>
                </span>
                <Icon name="arrow-right" size="large" className={styles.arrow} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
