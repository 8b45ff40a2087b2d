import { useState } from 'react';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import type { Register, RegisterEntry } from '@parvis/shared/contracts/moderation-register.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Count } from '../../../ui/Count.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';
import { registerActOf, registerQuery, registerRestQuery } from '../queries.ts';
import { kindWord } from '../words.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** Everybody sees what moderation decides: how much, by which rule, how fast, and each decision with its reason. */
function RegisterPage() {
  const query = useQueryString();
  const act = registerActOf(query);
  const { data: register } = useSuspenseQuery(registerQuery(act));
  const { figures } = register;
  return (
    <Wrap className={styles.page}>
      <Stack gap={6}>
        <PageTitle lead={t('register.lead')} actions={<Link to={addresses.footer('moderation-rules')}>{t('register.rules')}</Link>}>
          {t('register.title')}
        </PageTitle>
        {figures.decisions === 0 ? (
          <EmptyState title={t('register.none')} icon="scale">
            {t('register.none.words')}
          </EmptyState>
        ) : (
          <>
            <Figures figures={figures} />
            <Section title={t('register.list')}>
              <Tabs
                look="chips"
                label={t('register.acts')}
                tabs={[
                  { to: addresses.moderationRegister, label: t('register.all'), current: act === null },
                  ...figures.byAct.map((one) => ({
                    to: `${addresses.moderationRegister}?decision=${one.act}`,
                    label: t(`past.${one.act}`),
                    current: act === one.act,
                    count: one.count,
                  })),
                ]}
              />
              <ol className={styles.entries}>
                {register.items.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ol>
              {register.nextCursor && <Rest key={register.nextCursor} cursor={register.nextCursor} />}
            </Section>
          </>
        )}
      </Stack>
    </Wrap>
  );
}

function Figures({ figures }: { figures: Register['figures'] }) {
  return (
    <Section title={t('register.figures')}>
      <Stack gap={5}>
        <div className={styles.figures}>
          <Card className={styles.figure}>
            <Count value={figures.decisions} unit={t('register.decisions', { count: figures.decisions })} size="large" />
            <small>{t('register.share', { count: figures.contributions })}</small>
          </Card>
          <Card className={styles.figure}>
            {figures.medianHours === null || figures.medianHours < 1 ? (
              <strong>{t(figures.medianHours === null ? 'register.median.none' : 'register.median.quick')}</strong>
            ) : (
              <Count
                value={Math.round(figures.medianHours)}
                unit={t('register.hours', { count: Math.round(figures.medianHours) })}
                size="large"
              />
            )}
            <small>{t('register.median')}</small>
            {figures.timed > 0 && <small>{t('register.within', { count: figures.within24Hours, total: figures.timed })}</small>}
          </Card>
          <Card className={styles.figure}>
            <Count value={figures.appeals.settled} unit={t('register.appeals', { count: figures.appeals.settled })} size="large" />
            {figures.appeals.settled > 0 && <small>{t('register.overturned', { count: figures.appeals.overturned })}</small>}
          </Card>
        </div>
        {figures.byRule.length > 0 && (
          <DataTable
            caption={t('register.byRule')}
            rows={figures.byRule}
            rowKey={(row) => row.number}
            columns={[
              {
                key: 'rule',
                header: t('register.rule'),
                rowHeader: true,
                cell: (row) => (
                  <>
                    {row.number}. <TownWords>{row.title}</TownWords>
                  </>
                ),
              },
              { key: 'count', header: t('register.count'), align: 'end', cell: (row) => <Count value={row.count} size="text" /> },
            ]}
          />
        )}
      </Stack>
    </Section>
  );
}

function Rest({ cursor }: { cursor: string }) {
  const query = useQueryString();
  const [isOpen, setOpen] = useState(false);
  const pages = useInfiniteQuery({ ...registerRestQuery(registerActOf(query), cursor), enabled: isOpen });
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {entries.length > 0 && (
        <ol className={styles.entries}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <LoadMore
        more={!isOpen || pages.hasNextPage}
        loading={pages.isFetching}
        problem={pages.error}
        onMore={() => {
          if (isOpen) void pages.fetchNextPage();
          else setOpen(true);
        }}
      />
    </>
  );
}

function Entry({ entry }: { entry: RegisterEntry }) {
  const isAgainst = entry.act === 'hide' || entry.act === 'refuse';
  const where = entry.subjectTitle || entry.consultation.title;
  return (
    <li>
      <p className={styles.entryMeta}>
        <Chip tone={isAgainst ? 'no' : entry.act === 'keep' || entry.act === 'restore' || entry.act === 'publish' ? 'open' : 'wait'}>
          {t(`past.${entry.act}`)}
        </Chip>
        <DateText date={entry.decidedAt} />
        {entry.isAppeal && <span>{t('register.appeal')}</span>}
        <Link to={entry.path}>{t.rich('register.where', { kind: kindWord(entry.kind), title: <TownWords>{where}</TownWords> })}</Link>
      </p>
      <p>
        <Link to={addresses.rule(entry.rule.version, entry.rule.number)}>
          {t.rich('statement.rule.line', { number: entry.rule.number, rule: <TownWords>{entry.rule.title}</TownWords> })}
        </Link>
      </p>
      <p>
        <TownWords>{entry.reason}</TownWords>
      </p>
    </li>
  );
}

export default definePage({
  load: ({ query }) => [registerQuery(registerActOf(query))],
  head: () => ({ title: t('register.title'), description: t('register.lead'), canonical: addresses.moderationRegister }),
  Page: RegisterPage,
  sharedSeconds: 30,
});
