import type { ReactNode } from 'react';
import type { CommitmentView } from '@parvis/shared/contracts/responses.ts';
import type { CommitmentState } from '@parvis/shared/rules/words.ts';
import { LANG } from '../../../platform/lang.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Chip, type ChipTone } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { PlainText } from '../../../ui/rich/RichText.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import fr from './messages/fr.json';
import styles from './CommitmentCard.module.css';

const t = messagesOf(fr);
const euros = new Intl.NumberFormat(LANG, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const tones: Readonly<Record<CommitmentState, ChipTone>> = { planned: 'neutral', 'under-way': 'wait', done: 'open', abandoned: 'no' };

/** A promise of the town: when, how far, at what cost, and each step. `level` is that of its heading. */
export function CommitmentCard({
  commitment,
  level = 4,
  children,
}: {
  commitment: CommitmentView;
  level?: 2 | 3 | 4;
  children?: ReactNode;
}) {
  const { title, dueOn, state, progress, costCents, votedCents, note, updatedAt, isLate, milestones } = commitment;
  const Heading = `h${level}` as const;
  return (
    <Stack as="article" gap={3} className={styles.commitment}>
      <Row spread align="start">
        <Heading className={styles.title}>
          <TownWords>{title}</TownWords>
        </Heading>
        <Row gap={2}>
          {isLate && (
            <Chip tone="no" icon="clock">
              {t('commitment.late')}
            </Chip>
          )}
          <Chip tone={tones[state]}>{t(`commitment.state.${state}`)}</Chip>
        </Row>
      </Row>
      <p className={styles.facts}>
        <span>
          {t('commitment.due')} <DateText date={dueOn} />
        </span>
        {costCents !== null && <span>{t('commitment.cost', { amount: euros.format(costCents / 100) })}</span>}
        {votedCents !== null && <span>{t('commitment.voted', { amount: euros.format(votedCents / 100) })}</span>}
      </p>
      {state !== 'abandoned' && <Progress value={state === 'done' ? 1 : progress / 100} label={t('commitment.progress')} />}
      {note && (
        <div className={styles.note}>
          <p className={styles.noteTitle}>
            {t('commitment.note')}{' '}
            <small>
              ({t('commitment.updated')} <DateText date={updatedAt} />)
            </small>
          </p>
          <PlainText text={note} />
        </div>
      )}
      {milestones.length > 0 && (
        <Timeline
          moments={milestones.map((step, at) => ({
            key: step.id,
            label: <TownWords>{step.title}</TownWords>,
            state: step.doneOn ? 'done' : milestones.findIndex((one) => !one.doneOn) === at ? 'now' : 'ahead',
            detail: (
              <>
                {t(step.doneOn ? 'commitment.step.done' : 'commitment.step.due')} <DateText date={step.doneOn ?? step.dueOn} />
              </>
            ),
          }))}
        />
      )}
      {children}
    </Stack>
  );
}
