import { Link } from '../../../platform/router/router.tsx';
import type { ProposalRanking } from '@parvis/shared/activities/proposals/count.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { Figure } from '../../../ui/charts/Figure.tsx';
import { Count } from '../../../ui/Count.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { ResultPlace } from '../../site-kind.ts';
import fr from './messages/fr.json';

const t = messagesOf(fr);
const barsShown = 8;

/** The most supported proposals, counted by the same rule that anyone can run on the open data. */
export function Ranking({ result }: ResultPlace) {
  const { ranking } = result as ProposalRanking;
  const page = ({ number, title }: ProposalRanking['ranking'][number]) => (
    <Link to={`/p/${number}`}>{title ? <TownWords>{title}</TownWords> : t('untitled', { number })}</Link>
  );
  return (
    <Figure
      title={t('ranking.title')}
      note={t('ranking.note')}
      table={
        <DataTable
          caption={t('ranking.title')}
          hideCaption
          rows={ranking}
          rowKey={(row) => row.number}
          columns={[
            { key: 'rank', header: t('ranking.rank'), align: 'end', cell: (row) => row.rank },
            { key: 'title', header: t('word.proposal'), rowHeader: true, cell: page },
            { key: 'supports', header: t('ranking.supports'), align: 'end', cell: (row) => <Count value={row.supports} size="text" /> },
          ]}
        />
      }
    >
      <BarChart
        label={t('ranking.title')}
        bars={ranking.slice(0, barsShown).map((row) => ({ key: String(row.number), label: page(row), value: row.supports }))}
      />
    </Figure>
  );
}
