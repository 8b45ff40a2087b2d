import type { Ref } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import type { ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useSite } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { AuthorName } from '../../contributions/components/AuthorName.tsx';
import { StateChips } from '../../contributions/components/StateChips.tsx';
import { deskAt } from '../desk-place.ts';
import fr from '../messages/fr.json';
import { caseQuery } from '../queries.ts';
import { cardTitle } from '../words.tsx';
import { Around } from './Around.tsx';
import { AuthorHistory } from './AuthorHistory.tsx';
import { Flags } from './Flags.tsx';
import { Notes } from './Notes.tsx';
import { PastDecisions } from './PastDecisions.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** The content in its place: the words that are judged, what stands around them, who flagged and why, what was decided before. */
export function Case({ contributionId, heading }: { contributionId: string; heading: Ref<HTMLHeadingElement> }) {
  const query = useQueryString();
  const { data: found } = useSuspenseQuery(caseQuery(contributionId));
  const { card } = found;
  return (
    <Card as="article" aria-labelledby="dossier">
      <p className={styles.back}>
        <Link to={deskAt(query, { contribution: null })}>
          <Icon name="arrow-left" /> {t('back')}
        </Link>
      </p>
      <p className={styles.crumbs}>
        <TownWords>{card.consultation.title}</TownWords> › <TownWords>{card.activity.title}</TownWords>
        {found.stance && <> › {t(`stance.${found.stance}`)}</>}
      </p>
      <h2 id="dossier" ref={heading} tabIndex={-1} className={styles.caseTitle}>
        {cardTitle(card)}
      </h2>
      <Meta>
        <AuthorName author={card.author} level />
        {card.publishedAt && <DateText date={card.publishedAt} form="time" />}
        <span>
          {t('case.contributions', { count: found.author.contributions })},{' '}
          {found.author.removed === 0 ? t('case.removed.none') : t('case.removed', { count: found.author.removed })}
        </span>
      </Meta>
      <p className={styles.chips}>
        <StateChips states={card.states} status={card.kind !== 'comment'} />
      </p>
      {found.reasons.includes('corrected') && found.previousText !== null && <Previous text={found.previousText} />}
      <div className={styles.quote}>
        {card.kind !== 'comment' && card.title && (
          <p className={styles.quoteTitle}>
            <TownWords>{card.title}</TownWords>
          </p>
        )}
        <LinkedText text={found.text} />
      </div>
      <Pictures pictures={found.pictures} />
      {card.states.publication !== 'pending' && (
        <p>
          <Link to={card.path}>{t('case.place')}</Link>
        </p>
      )}
      <Flags flags={found.flags} />
      <Around around={found.around} />
      <AuthorHistory author={found.author} />
      <PastDecisions decisions={found.decisions} />
      <Notes contributionId={contributionId} notes={found.notes} />
    </Card>
  );
}

function Previous({ text }: { text: string }) {
  return (
    <section aria-labelledby="avant">
      <h3 id="avant">{t('case.before')}</h3>
      <div className={styles.before}>
        <LinkedText text={text} />
      </div>
    </section>
  );
}

function Pictures({ pictures }: { pictures: ModerationCase['pictures'] }) {
  const { base } = useSite();
  if (pictures.length === 0) return null;
  return (
    <section aria-labelledby="images">
      <h3 id="images">{t('case.pictures')}</h3>
      <ul className={styles.pictures}>
        {pictures.map(({ url, alt }) => (
          <li key={url}>
            <img src={`${base}${url}`} alt={alt} loading="lazy" />
          </li>
        ))}
      </ul>
    </section>
  );
}
