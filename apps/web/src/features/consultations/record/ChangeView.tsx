import type { ReactNode } from 'react';
import type { ChangedField, ConsultationChange } from '@parvis/shared/rules/calendar/changes.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TextChanges } from '../../../ui/changes/TextChanges.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import fr from './messages/fr.json';
import styles from './ChangeView.module.css';

const t = messagesOf(fr);

/** Sentences, whose changes are told word by word; dates, numbers and settings are told as before and after. */
const sentences: ReadonlySet<ChangedField> = new Set([
  'title',
  'question',
  'summary',
  'text',
  'decidedBy',
  'whatThen',
  'contact',
  'cover',
  'documents',
  'areas',
  'phase-text',
  'activity-text',
]);

/** One difference: the words that changed, or what stood there and what stands there now. */
export function ChangeView({ change: { field, label, before, after }, level = 2 }: { change: ConsultationChange; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h3' : 'h4';
  const show =
    field.startsWith('phase-') && field !== 'phase-text' && field !== 'phase-opens' ? interval : field === 'decidedOn' ? day : lines;
  return (
    <div className={styles.change}>
      <Heading className={styles.field}>
        {t(`field.${field}`)}
        {label && <> {t('field.of', { label })}</>}
      </Heading>
      {field === 'outline' ? (
        <p>{t('field.outline.changed')}</p>
      ) : before !== '' && after !== '' && sentences.has(field) ? (
        <TextChanges before={before} after={after} around={160} />
      ) : (
        <>
          {before !== '' && (
            <p className={styles.before}>
              <VisuallyHidden>{t('change.before')}</VisuallyHidden>
              <del>{show(before)}</del>
            </p>
          )}
          {after !== '' && (
            <p className={styles.after}>
              <VisuallyHidden>{t('change.after')}</VisuallyHidden>
              <ins>{show(after)}</ins>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function interval(value: string): ReactNode {
  const [start = '', end = '..'] = value.split('/');
  return end === '..'
    ? t.rich('change.from', { start: <DateText date={start} /> })
    : t.rich('change.range', { start: <DateText date={start} />, end: <DateText date={end} end /> });
}

function day(value: string): ReactNode {
  return <DateText date={value} />;
}

function lines(value: string): ReactNode {
  return value.split('\n').map((line, at) => (
    <span key={at} className={styles.line}>
      {line}
    </span>
  ));
}
