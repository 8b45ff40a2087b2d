import { useState } from 'react';
import { Link } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Count } from '../../../ui/Count.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { DateRange, DateText } from '../../../ui/DateText.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Grid, Row, Stack } from '../../../ui/Stack.tsx';
import { StepList } from '../../../ui/StepList.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);
type Sample = { title: string; supports: number; comments: number };
const rows: Sample[] = [
  { title: t('card.title'), supports: 347, comments: 58 },
  { title: t('card.title2'), supports: 1204, comments: 7 },
  { title: t('card.title3'), supports: 12, comments: 0 },
];
const columns: Column<Sample>[] = [
  { key: 'title', header: t('table.title'), cell: (row) => row.title, rowHeader: true },
  {
    key: 'supports',
    header: t('table.supports'),
    cell: (row) => <Count value={row.supports} size="text" />,
    align: 'end',
    sortBy: (row) => row.supports,
  },
  { key: 'comments', header: t('table.comments'), cell: (row) => row.comments, align: 'end', sortBy: (row) => row.comments },
  { key: 'date', header: t('table.date'), cell: () => <DateText date="2026-10-14T07:12:00Z" form="short" /> },
];

/** Where one is, lists and tables. */
export function ListSamples() {
  const [pages, setPages] = useState(1);
  return (
    <>
      <Section title={t('places')} look="band" link={{ to: '/dev/ui', label: t('see.all') }} lead={t('places.lead')}>
        <Crumbs
          crumbs={[
            { label: t('crumb.consultation'), to: '/dev/ui' },
            { label: t('crumb.proposals'), to: '/dev/ui' },
            { label: t('crumb.number') },
          ]}
        />
        <Tabs
          label={t('tabs')}
          tabs={[
            { to: '/dev/ui', label: t('crumb.proposals'), count: 212, current: true },
            { to: '?a', label: t('tab.answers'), count: 9, current: false },
            { to: '?b', label: t('tab.rules'), current: false },
          ]}
        />
        <Stack>
          <Tabs
            look="chips"
            label={t('tabs.chips')}
            tabs={[
              { to: '/dev/ui', label: t('tab.flagged'), count: 9, current: true },
              { to: '?a', label: t('tab.before'), count: 4, current: false },
            ]}
          />
          <StepList
            label={t('steps')}
            steps={[
              { label: t('step.a'), state: 'done', to: '/dev/ui' },
              { label: t('step.b'), state: 'current' },
              { label: t('step.c'), state: 'ahead' },
            ]}
          />
          <Row gap={5}>
            <DateText date="2026-10-01" />
            <DateText date="2026-12-15T23:00:00Z" form="weekday" end />
            <DateText date="2026-10-15T07:12:00Z" form="time" />
            <DateText date="2026-10-15T07:12:00Z" form="relative" />
            <span>
              <DateRange from="2026-10-01T00:00:00Z" until="2026-12-15T23:00:00Z" />
            </span>
          </Row>
          <Pager
            label={t('pager')}
            previous={{ to: '/dev/ui', label: t('previous'), title: t('card.title2') }}
            next={{ to: '/dev/ui', label: t('next'), title: t('card.title3') }}
          />
        </Stack>
      </Section>
      <Section title={t('cards')} look="band">
        <Grid>
          {rows.map((row) => (
            <Card
              key={row.title}
              as="article"
              linked
              foot={
                <>
                  <Count value={row.supports} unit={t('supports')} />
                  <Button size="small" look="quiet">
                    {t('support')}
                  </Button>
                </>
              }
            >
              <Row gap={2}>
                <Chip tone="open">{t('state.accepted')}</Chip>
              </Row>
              <h3>
                <Link to="/dev/ui" className={cardLink}>
                  {row.title}
                </Link>
              </h3>
              <Meta>
                <span>{t('place')}</span>
                <DateText date="2026-10-14" form="day" />
              </Meta>
            </Card>
          ))}
          <Card look="lifted">
            <h3>{t('card.lifted')}</h3>
            <p>{t('text.short')}</p>
          </Card>
          <Card look="marked">
            <h3>{t('card.marked')}</h3>
            <p>{t('text.short')}</p>
          </Card>
        </Grid>
        <LoadMore more={pages < 3} onMore={() => setPages(pages + 1)} shown={pages * 3} />
      </Section>
      <Section title={t('tables')} look="band">
        <DataTable caption={t('table.caption')} columns={columns} rows={rows} rowKey={(row) => row.title} />
      </Section>
    </>
  );
}
