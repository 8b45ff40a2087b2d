import { messagesOf } from '../../../platform/messages.ts';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import { LevelBar } from '../../../ui/charts/LevelBar.tsx';
import { StanceBar } from '../../../ui/charts/StanceBar.tsx';
import { TimeChart } from '../../../ui/charts/TimeChart.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Grid, Stack } from '../../../ui/Stack.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);
const points = [12, 40, 90, 170, 205, 290, 347].map((value, at) => ({ date: `2026-10-${String(14 + 2 * at).padStart(2, '0')}`, value }));
const paper = [0, 2, 9, 14, 19, 21, 23].map((value, at) => ({ date: `2026-10-${String(14 + 2 * at).padStart(2, '0')}`, value }));
const table = (
  <DataTable
    caption={t('chart.time')}
    columns={[
      {
        key: 'd',
        header: t('table.date'),
        rowHeader: true,
        cell: (point: { date: string; value: number }) => <DateText date={point.date} form="short" />,
      },
      { key: 'v', header: t('table.supports'), align: 'end', cell: (point) => point.value },
    ]}
    rows={points}
    rowKey={(point) => point.date}
  />
);

/** Counts as pictures, each with its words. */
export function ChartSamples() {
  return (
    <Section title={t('charts')} look="band">
      <Stack gap={5}>
        <Grid columns={2}>
          <Card>
            <Figure title={t('chart.levels')}>
              <LevelBar
                segments={[
                  { key: 'r', value: 205, tone: 'accent', label: t('level.register') },
                  { key: 'e', value: 119, tone: 'accent-soft', label: t('level.email') },
                  { key: 'p', value: 23, tone: 'sun', label: t('level.paper') },
                ]}
              />
            </Figure>
          </Card>
          <Card>
            <Figure title={t('chart.stances')}>
              <StanceBar
                left={{ value: 36, label: t('stance.for') }}
                middle={{ value: 5, label: t('stance.neutral') }}
                right={{ value: 17, label: t('stance.against') }}
              />
            </Figure>
          </Card>
          <Card>
            <Figure title={t('chart.bars')} note={t('chart.note')}>
              <BarChart
                label={t('chart.bars')}
                bars={[
                  { key: 'a', label: t('quarter.a'), value: 124 },
                  { key: 'b', label: t('quarter.b'), value: 61, tone: 'accent-soft' },
                  { key: 'c', label: t('quarter.c'), value: 0 },
                ]}
              />
            </Figure>
          </Card>
          <Card>
            <Figure title={t('chart.time')} table={table}>
              <TimeChart label={t('chart.time.label')} series={[{ key: 'a', label: t('chart.all'), points }]} />
            </Figure>
          </Card>
        </Grid>
        <Card>
          <Figure title={t('chart.time')} table={table} layout="beside" note={t('chart.note')}>
            <TimeChart
              label={t('chart.time.label')}
              series={[
                { key: 'a', label: t('chart.all'), points },
                { key: 'b', label: t('level.paper'), points: paper, tone: 'against' },
              ]}
            />
          </Figure>
        </Card>
      </Stack>
    </Section>
  );
}
