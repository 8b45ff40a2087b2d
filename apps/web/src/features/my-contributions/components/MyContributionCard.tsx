import { Link } from '../../../platform/router/router.tsx';
import type { MyContribution } from '@parvis/shared/contracts/my-contributions.ts';
import { isRestricting } from '@parvis/shared/rules/moderation.ts';
import { siteKinds } from '../../../activities/pages.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { StateChips } from '../../contributions/components/StateChips.tsx';
import { correctionPlace } from '../../contributions/correction-place.ts';
import fr from '../messages/fr.json';
import styles from '../my-contributions.module.css';

const t = messagesOf(fr);

/** One contribution with its fate: states, answer, supports and, where moderation restricts it, the rule, the reason and what one can do. */
export function MyContributionCard({ mine }: { mine: MyContribution }) {
  const { card } = mine;
  const isComment = card.kind === 'comment';
  const title = card.title ? <TownWords>{card.title}</TownWords> : t(mine.supportedAt ? 'gone' : 'untitled');
  const to = card.states.publication === 'draft' ? (siteKinds[card.activity.kind]?.pages.draft?.(card, card.id) ?? card.path) : card.path;
  return (
    <Card as="li">
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Link to={to}>{isComment ? t.rich('comment', { title }) : title}</Link>
        </h2>
        <p className={styles.chips}>
          <StateChips states={card.states} status={!isComment} />
        </p>
      </div>
      {isComment && card.excerpt && (
        <p className={styles.excerpt}>
          <TownWords>{card.excerpt}</TownWords>
        </p>
      )}
      <Meta>
        <span>
          {mine.supportedAt
            ? t.rich('supported', { date: <DateText date={mine.supportedAt} form="relative" /> })
            : t.rich('written', { date: <DateText date={mine.createdAt} form="relative" /> })}
        </span>
        <span>{t.rich('where', { title: <TownWords>{card.consultation.title}</TownWords> })}</span>
        {!isComment && card.states.publication !== 'draft' && <span>{t('supports', { count: mine.supports })}</span>}
        {card.states.publication !== 'draft' && <span>{t(isComment ? 'replies' : 'comments', { count: mine.comments })}</span>}
      </Meta>
      {mine.answeredAt && <p className={styles.answered}>{t.rich('answered', { date: <DateText date={mine.answeredAt} /> })}</p>}
      {card.states.publication === 'draft' && (
        <div>
          <LinkButton look="quiet" size="small" to={to}>
            {t('draft.do')}
          </LinkButton>
        </div>
      )}
      <Restriction mine={mine} />
    </Card>
  );
}

function Restriction({ mine: { card, decision, appeal, mayAppeal } }: { mine: MyContribution }) {
  if (!decision || !isRestricting(decision.act)) return null;
  return (
    <div className={styles.restricted}>
      <p>
        <strong>{t(`restricted.${decision.act}`)}</strong> ·{' '}
        {t.rich('rule', { number: decision.rule.number, rule: <TownWords>{decision.rule.title}</TownWords> })}
      </p>
      <p>
        <TownWords>{decision.reason}</TownWords>
      </p>
      {appeal && (
        <p>
          {appeal.settledAt
            ? t.rich('appeal.settled', { date: <DateText date={appeal.settledAt} /> })
            : t.rich('appealed', { date: <DateText date={appeal.createdAt} form="relative" /> })}
        </p>
      )}
      <p className={styles.acts}>
        {card.states.moderation === 'correction-asked' && (
          <LinkButton size="small" to={correctionPlace(card)}>
            {t('correct')}
          </LinkButton>
        )}
        <LinkButton look="quiet" size="small" to={addresses.decision(decision.id)}>
          {t(mayAppeal ? 'appeal' : 'decision')}
        </LinkButton>
      </p>
    </div>
  );
}
