import type { Results } from '@parvis/shared/contracts/results.ts';
import { statuses, type Status } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import type { Tone } from '../../../ui/charts/tones.ts';
import { Stack } from '../../../ui/Stack.tsx';
import { statusWords } from '../../contributions/components/StatusChip.tsx';
import { AnswerClock } from '../../responses/components/AnswerClock.tsx';
import fr from '../messages/fr.json';
import styles from '../results.module.css';
import { FigureTable } from './figure-table.tsx';

const t = messagesOf(fr);
const tones: Readonly<Record<Status, Tone>> = {
  submitted: 'accent-soft',
  'under-study': 'sun',
  accepted: 'for',
  'accepted-changed': 'for',
  'accepted-partly': 'for',
  refused: 'against',
  'not-our-powers': 'neutral',
  done: 'accent',
};

/** What the town did with what people said: answers against the clock, statuses, promises. */
export function AnswerFigures({ results: { activities, answers, commitments }, here }: { results: Results; here: string }) {
  const counted = statuses
    .map((status) => ({
      key: status,
      name: statusWords(status),
      tone: tones[status],
      contributions: activities.reduce(
        (sum, activity) => sum + (activity.statuses.find((one) => one.status === status)?.contributions ?? 0),
        0,
      ),
    }))
    .filter((one) => one.contributions > 0);
  const promised = commitments.map((one) => ({ key: one.state, name: t(`commitment.${one.state}`), count: one.count }));
  return (
    <div className={styles.pair}>
      <Stack gap={5}>
        <AnswerClock clock={answers} awaited={`${here}/reponses/attendues`} />
        {promised.length > 0 && (
          <Card>
            <Figure
              title={t('commitments.title')}
              table={
                <FigureTable
                  caption={t('commitments.title')}
                  name={t('column.state')}
                  rows={promised}
                  columns={[['count', t('column.commitments')]]}
                />
              }
            >
              <BarChart
                label={t('commitments.title')}
                bars={promised.map((one) => ({
                  key: one.key,
                  label: one.name,
                  value: one.count,
                  tone: one.key === 'abandoned' ? 'against' : 'accent',
                }))}
              />
            </Figure>
          </Card>
        )}
      </Stack>
      {counted.length > 0 && (
        <Card>
          <Figure
            title={t('statuses.title')}
            table={
              <FigureTable
                caption={t('statuses.title')}
                name={t('column.status')}
                rows={counted}
                columns={[['contributions', t('column.contributions')]]}
              />
            }
          >
            <BarChart
              label={t('statuses.title')}
              bars={counted.map((one) => ({ key: one.key, label: one.name, value: one.contributions, tone: one.tone }))}
            />
          </Figure>
        </Card>
      )}
    </div>
  );
}
