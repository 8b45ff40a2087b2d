import type { Results } from '@parvis/shared/contracts/results.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import fr from '../messages/fr.json';
import styles from '../results.module.css';
import { FigureTable } from './figure-table.tsx';

const t = messagesOf(fr);

/** What moderation decided, by which rules and how fast. */
export function ModerationFigures({ figures }: { figures: Results['moderation'] }) {
  const acts = figures.byAct.map(({ act, count }) => ({ key: act, name: t(`act.${act}`), count }));
  const rules = figures.byRule.map(({ number, title, count }) => ({
    key: String(number),
    name: t('moderation.rule', { number, title }),
    count,
  }));
  const note =
    figures.medianHours === null
      ? undefined
      : t('moderation.speed', { hours: Math.max(1, Math.round(figures.medianHours)), count: figures.within24Hours, total: figures.timed });
  return (
    <div className={styles.pair}>
      <Card>
        <Figure
          title={t('moderation.acts', { count: figures.decisions })}
          note={note}
          table={
            <FigureTable
              caption={t('moderation.acts.table')}
              name={t('column.act')}
              rows={acts}
              columns={[['count', t('column.decisions')]]}
            />
          }
        >
          <BarChart
            label={t('moderation.acts.table')}
            bars={acts.map((one) => ({
              key: one.key,
              label: one.name,
              value: one.count,
              tone: one.key === 'hide' || one.key === 'refuse' ? 'against' : 'neutral',
            }))}
          />
        </Figure>
      </Card>
      {rules.length > 0 && (
        <Card>
          <Figure
            title={t('moderation.rules')}
            note={
              figures.appeals.settled > 0 &&
              t('moderation.appeals', { count: figures.appeals.settled, overturned: figures.appeals.overturned })
            }
            table={
              <FigureTable
                caption={t('moderation.rules')}
                name={t('column.rule')}
                rows={rules}
                columns={[['count', t('column.decisions')]]}
              />
            }
          >
            <BarChart
              label={t('moderation.rules')}
              bars={rules.map((one) => ({ key: one.key, label: one.name, value: one.count, tone: 'neutral' }))}
            />
          </Figure>
        </Card>
      )}
    </div>
  );
}
