import type { Results } from '@parvis/shared/contracts/results.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import { StanceBar } from '../../../ui/charts/StanceBar.tsx';
import fr from '../messages/fr.json';
import styles from '../results.module.css';
import { FigureTable } from './figure-table.tsx';

const t = messagesOf(fr);

/** The sides that comments take; and what other platforms had counted, apart. */
export function OpinionFigures({ results: { stances, imported } }: { results: Pick<Results, 'stances' | 'imported'> }) {
  const all = stances.for + stances.against + stances.neutral;
  return (
    <div className={styles.pair}>
      {all > 0 && (
        <Card>
          <Figure
            title={t('stances.title')}
            note={t('stances.note')}
            table={
              <FigureTable
                caption={t('stances.title')}
                name={t('column.stance')}
                rows={(['for', 'against', 'neutral'] as const).map((key) => ({
                  key,
                  name: t(`stance.${key}.name`),
                  comments: stances[key],
                }))}
                columns={[['comments', t('column.comments')]]}
              />
            }
          >
            <StanceBar
              left={{ value: stances.for, label: t('stance.for') }}
              middle={{ value: stances.neutral, label: t('stance.neutral') }}
              right={{ value: stances.against, label: t('stance.against') }}
            />
          </Figure>
        </Card>
      )}
      {imported.length > 0 && (
        <Card>
          <Figure
            title={t('imported.title')}
            note={t('imported.note')}
            table={
              <FigureTable
                caption={t('imported.title')}
                name={t('column.label')}
                rows={imported.map((one) => ({ ...one, key: one.label, name: one.label }))}
                columns={[
                  ['count', t('column.total')],
                  ['contributions', t('column.contributions')],
                ]}
              />
            }
          >
            <BarChart
              label={t('imported.title')}
              bars={imported.map((one) => ({ key: one.label, label: one.label, value: one.count, tone: 'neutral' }))}
            />
          </Figure>
        </Card>
      )}
    </div>
  );
}
