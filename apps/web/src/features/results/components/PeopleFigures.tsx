import type { PeopleByLevel } from '@parvis/shared/contracts/contributions.ts';
import type { Results } from '@parvis/shared/contracts/results.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import { PeopleBar, totalOf } from '../../contributions/components/PeopleBar.tsx';
import fr from '../messages/fr.json';
import styles from '../results.module.css';
import { FigureTable } from './figure-table.tsx';

const t = messagesOf(fr);
const levels = ['identityProvider', 'register', 'post', 'email', 'paper', 'imported'] as const satisfies readonly (keyof PeopleByLevel)[];

/** Who took part and who supported, by how far each was verified; and by which door. */
export function PeopleFigures({ results: { people, supports, channels } }: { results: Results }) {
  const doors = channels.map((one) => ({
    ...one,
    key: one.channel,
    name: t(`channel.${one.channel}`),
    all: one.contributions + one.comments + one.supports,
  }));
  const byDoor = t('channels.title', { count: doors.reduce((sum, one) => sum + one.all, 0) });
  return (
    <div className={styles.pair}>
      <Card>
        <Figure
          title={t('people.who', { count: totalOf(people) })}
          note={t('people.who.note')}
          table={
            <FigureTable
              caption={t('people.table')}
              name={t('column.level')}
              rows={levels.map((key) => ({ key, name: t(`level.${key}`), people: people[key], supports: supports[key] }))}
              columns={[
                ['people', t('column.people')],
                ['supports', t('column.supports')],
              ]}
            />
          }
        >
          <PeopleBar people={people} size="thick" />
        </Figure>
      </Card>
      <Card>
        <Figure
          title={t('supports.levels', { count: totalOf(supports) + supports.imported })}
          note={t('supports.levels.note')}
          table={
            <FigureTable
              caption={t('channels.table')}
              name={t('column.channel')}
              rows={doors}
              columns={[
                ['contributions', t('column.contributions')],
                ['comments', t('column.comments')],
                ['supports', t('column.supports')],
              ]}
            />
          }
        >
          <PeopleBar people={supports} size="thick" />
          {doors.length > 0 && (
            <div className={styles.doors}>
              <p aria-hidden="true">{byDoor}</p>
              <BarChart
                label={byDoor}
                bars={doors.map((one) => ({
                  key: one.key,
                  label: one.name,
                  value: one.all,
                  tone: one.channel === 'paper' ? 'sun' : 'accent',
                }))}
              />
            </div>
          )}
        </Figure>
      </Card>
    </div>
  );
}
