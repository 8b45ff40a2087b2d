import { useMemo } from 'react';
import type { ActivityResults } from '@parvis/shared/contracts/results.ts';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import { screensOf } from '../../../activities/screens.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card } from '../../../ui/Card.tsx';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import { MapView } from '../../../ui/map/MapView.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';
import styles from '../results.module.css';
import { FigureTable } from './figure-table.tsx';

const t = messagesOf(fr);

/** One activity: its contributions by theme and quarter, on the map, and the result that its kind counts. */
export function ActivityFigures({
  activity,
  consultation,
  outline,
}: {
  activity: ActivityResults;
  consultation: { readonly slug: string; readonly title: string };
  outline: Territory | null;
}) {
  const Result = screensOf(activity.kind)?.Result;
  const places = useMemo(
    () => activity.places.map(({ number, title, lon, lat }) => ({ key: String(number), label: title, lon, lat, to: `/p/${number}` })),
    [activity.places],
  );
  return (
    <Stack gap={5}>
      <div className={styles.pair}>
        {activity.categories.some((one) => one.id) && (
          <Card>
            <Shares what="category" shares={activity.categories} />
          </Card>
        )}
        {activity.areas.some((one) => one.id) && (
          <Card>
            <Shares what="area" shares={activity.areas} />
          </Card>
        )}
      </div>
      {places.length > 0 && (
        <Card>
          <Figure title={t('map.title')} note={t('map.note', { count: places.length })}>
            <MapView label={t('map.title')} outline={outline} points={places} />
          </Figure>
        </Card>
      )}
      {Result && activity.contributions > 0 && (
        <Card>
          <Result activity={activity} consultation={consultation} result={activity.result} />
        </Card>
      )}
    </Stack>
  );
}

function Shares({ what, shares }: { what: 'category' | 'area'; shares: ActivityResults['categories'] }) {
  const rows = shares.map((one) => ({ ...one, key: one.id, name: one.name ? <TownWords>{one.name}</TownWords> : t(`${what}.none`) }));
  return (
    <Figure
      title={t(`${what}.title`)}
      table={
        <FigureTable
          caption={t(`${what}.title`)}
          name={t(`column.${what}`)}
          rows={rows}
          columns={[
            ['contributions', t('column.contributions')],
            ['supports', t('column.supports')],
            ['comments', t('column.comments')],
            ['answered', t('column.answered')],
          ]}
        />
      }
    >
      <BarChart
        label={t(`${what}.title`)}
        bars={rows.map((one) => ({ key: one.key, label: one.name, value: one.contributions, tone: one.id ? 'accent' : 'neutral' }))}
      />
    </Figure>
  );
}
