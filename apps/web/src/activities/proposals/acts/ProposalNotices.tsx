import { Link } from '../../../platform/router/router.tsx';
import type { ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { OwnRestriction } from '../../../features/moderation/own/OwnRestriction.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PlainText } from '../../../ui/rich/RichText.tsx';
import { proposalAddress } from '../addresses.ts';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** What a reader must know before the text: it waits, was withdrawn, merged, taken away, locked, or became something else. */
export function ProposalNotices({ proposal }: { proposal: ProposalView }) {
  const { states, mergedInto, became, hidden, restriction, withdrawnReason } = proposal;
  const correctAt =
    proposal.acts.edit.allowed && states.moderation === 'correction-asked' ? `${proposalAddress(proposal)}/modifier` : undefined;
  const isMistake = proposal.history.some((one) => one.act === 'entry-cancelled');
  return (
    <>
      {restriction && <OwnRestriction restriction={restriction} correctAt={correctAt} />}
      {states.publication === 'pending' && states.moderation === 'none' && (
        <Notice tone="wait" title={t('notice.pending')}>
          {t('notice.pending.help')}
        </Notice>
      )}
      {states.publication === 'withdrawn' && (
        <Notice title={t(isMistake ? 'notice.cancelled' : 'notice.withdrawn')}>
          <PlainText text={withdrawnReason} />
        </Notice>
      )}
      {states.publication === 'erased' && <Notice title={t('notice.erased')} />}
      {hidden && !restriction && (
        <Notice tone="wait" title={t(states.moderation === 'correction-asked' ? 'notice.correction' : 'notice.hidden')}>
          <p>
            {t.rich('notice.rule', { number: hidden.ruleNumber, title: <TownWords>{hidden.ruleTitle}</TownWords> })}{' '}
            <Link to={addresses.rule(hidden.ruleVersion, hidden.ruleNumber)}>{t('notice.rules')}</Link>
          </p>
          <p>
            <TownWords>{hidden.reason}</TownWords>{' '}
            <small>
              <DateText date={hidden.decidedAt} />
            </small>
          </p>
        </Notice>
      )}
      {states.moderation === 'locked' && !restriction && <Notice tone="wait">{t('notice.locked')}</Notice>}
      {mergedInto && (
        <Notice
          title={
            <>
              {t('notice.merged')}{' '}
              <Link to={proposalAddress({ number: mergedInto.number ?? 0, slug: mergedInto.slug })}>{mergedInto.title}</Link>
            </>
          }
        >
          <p>{mergedInto.reason}</p>
          <p>{t('notice.merged.help')}</p>
        </Notice>
      )}
      {became && (
        <Notice
          tone="success"
          title={
            <>
              {t('notice.became')} <Link to={`/p/${became.number ?? became.id}`}>{became.title}</Link>
            </>
          }
        >
          {became.reason}
        </Notice>
      )}
    </>
  );
}
