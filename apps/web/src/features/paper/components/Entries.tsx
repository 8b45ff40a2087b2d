import type { PaperDesk, PaperEntry } from '@parvis/shared/contracts/paper.ts';
import { Link } from 'react-router';
import { messagesOf } from '../../../platform/messages.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

const columns: readonly Column<PaperEntry>[] = [
  { key: 'person', header: t('entries.person'), rowHeader: true, cell: (one) => one.person },
  { key: 'kind', header: t('entries.kind'), cell: (one) => t(`kind.${one.kind}`) },
  { key: 'about', header: t('entries.about'), cell: (one) => (one.number === null ? one.title : <Link to={`/p/${one.number}`}>{t('entries.numbered', { number: String(one.number), title: one.title })}</Link>) },
  { key: 'at', header: t('entries.at'), cell: (one) => <DateText date={one.enteredAt} form="time" /> },
];

/** What was entered last in the batch, to be held against the pile of sheets. */
export function Entries({ desk }: { desk: PaperDesk }) {
  return (
    <Section title={t('entries.title')} lead={t('entries.lead')}>
      <DataTable caption={t('entries.caption')} hideCaption columns={columns} rows={desk.entries} rowKey={(one) => `${one.kind} ${one.person} ${one.number} ${one.enteredAt}`} empty={t('entries.empty')} />
    </Section>
  );
}
