import type { Results } from '@parvis/shared/contracts/results.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import { TimeChart } from '../../../ui/charts/TimeChart.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import fr from '../messages/fr.json';
import styles from '../results.module.css';
import { FigureTable } from './figure-table.tsx';

const t = messagesOf(fr);

/** How participation went over time: people and supports, contributions and comments. */
export function TimeFigures({ results: { timeline, unit } }: { results: Pick<Results, 'timeline' | 'unit'> }) {
  const points = (field: 'people' | 'supports' | 'contributions' | 'comments') =>
    timeline.map((one) => ({ date: one.since, value: one[field] }));
  const top = (field: 'people' | 'supports' | 'contributions' | 'comments'): number => Math.max(0, ...timeline.map((one) => one[field]));
  const rows = [...timeline].reverse().map((one) => ({ ...one, key: one.since, name: <DateText date={one.since} form="short" /> }));
  return (
    <div className={styles.pair}>
      <Card>
        <Figure
          title={t(`time.people.${unit}`)}
          note={t('time.people.note')}
          table={
            <FigureTable
              caption={t(`time.people.${unit}`)}
              name={t(`column.${unit}`)}
              rows={rows}
              columns={[
                ['people', t('column.people')],
                ['supports', t('column.supports')],
              ]}
            />
          }
        >
          <TimeChart
            label={t('time.people.label', { people: top('people'), supports: top('supports') })}
            series={[
              { key: 'supports', label: t('column.supports'), points: points('supports'), tone: 'wait' },
              { key: 'people', label: t('column.people'), points: points('people'), tone: 'accent' },
            ]}
          />
        </Figure>
      </Card>
      <Card>
        <Figure
          title={t(`time.words.${unit}`)}
          note={t('time.words.note')}
          table={
            <FigureTable
              caption={t(`time.words.${unit}`)}
              name={t(`column.${unit}`)}
              rows={rows}
              columns={[
                ['contributions', t('column.contributions')],
                ['comments', t('column.comments')],
              ]}
            />
          }
        >
          <TimeChart
            label={t('time.words.label', { contributions: top('contributions'), comments: top('comments') })}
            series={[
              { key: 'comments', label: t('column.comments'), points: points('comments'), tone: 'neutral' },
              { key: 'contributions', label: t('column.contributions'), points: points('contributions'), tone: 'accent' },
            ]}
          />
        </Figure>
      </Card>
    </div>
  );
}
