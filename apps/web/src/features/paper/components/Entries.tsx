import { useState } from 'react';
import { Link } from '../../../platform/router/router.tsx';
import type { PaperDesk, PaperEntry } from '@parvis/shared/contracts/paper.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from '../messages/fr.json';
import { CancelEntry } from './CancelEntry.tsx';

const t = messagesOf(fr);

const columns: readonly Column<PaperEntry>[] = [
  { key: 'person', header: t('entries.person'), rowHeader: true, cell: (one) => one.person },
  { key: 'kind', header: t('entries.kind'), cell: (one) => t(`kind.${one.kind}`) },
  {
    key: 'about',
    header: t('entries.about'),
    wide: true,
    cell: (one) =>
      one.number === null ? (
        one.title
      ) : (
        <Link to={`/p/${one.number}`}>{t('entries.numbered', { number: String(one.number), title: one.title })}</Link>
      ),
  },
  { key: 'at', header: t('entries.at'), cell: (one) => <DateText date={one.enteredAt} form="time" /> },
];

function Cancelled({ by, at, reason, correctedNumber }: NonNullable<PaperEntry['cancelled']>) {
  return (
    <>
      <Chip>{t('cancelled')}</Chip>
      <p>
        <small>
          {t.rich('cancelled.by', { name: by, date: <DateText date={at} form="time" /> })}
          {correctedNumber !== null && <>, {t('cancelled.moved', { number: String(correctedNumber) })}</>}
          <br />
          {reason}
        </small>
      </p>
    </>
  );
}

/** What was entered last in the batch, to be held against the pile of sheets; a wrong one is cancelled here. */
export function Entries({ desk }: { desk: PaperDesk }) {
  const [wrong, setWrong] = useState<PaperEntry | null>(null);
  const act: Column<PaperEntry> = {
    key: 'act',
    header: t('entries.act'),
    cell: (one) =>
      one.cancelled ? (
        <Cancelled {...one.cancelled} />
      ) : (
        <Button
          look="plain"
          onClick={() => setWrong(one)}
          aria-label={t('cancel.open.of', { kind: t(`kind.${one.kind}`), person: one.person })}
        >
          {t('cancel.open')}
        </Button>
      ),
  };
  return (
    <Section title={t('entries.title')} lead={t('entries.lead')}>
      <DataTable
        caption={t('entries.caption')}
        hideCaption
        columns={[...columns, act]}
        rows={desk.entries}
        rowKey={(one) => `${one.kind} ${one.contributionId} ${one.participantId} ${one.enteredAt}`}
        empty={t('entries.empty')}
      />
      {wrong && <CancelEntry batchId={desk.batch.id} entry={wrong} onClose={() => setWrong(null)} />}
    </Section>
  );
}
