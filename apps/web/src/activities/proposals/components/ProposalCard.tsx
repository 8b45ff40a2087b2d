import { Link } from '../../../platform/router/router.tsx';
import type { ProposalCard as Proposal } from '@parvis/shared/activities/proposals/contract.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { AuthorName } from '../../../features/contributions/components/AuthorName.tsx';
import { StatusChip, statusWords } from '../../../features/contributions/components/StatusChip.tsx';
import { SupportButton } from '../../../features/supports/components/SupportButton.tsx';
import { SupportCount } from '../../../features/supports/components/SupportCount.tsx';
import { proposalAddress } from '../addresses.ts';
import fr from './messages/fr.json';
import { supportFactsOf } from '../support-facts.ts';
import styles from './ProposalCard.module.css';

const t = messagesOf(fr);

interface ProposalCardProps {
  proposal: Proposal;
  /** Names of categories and quarters, by id. */
  names: ReadonlyMap<string, string>;
  hasSupports: boolean;
  level?: 2 | 3;
}

/** A proposal in a list: title first, place and state around it, support at its foot. The whole card leads to its page. */
export function ProposalCard({ proposal, names, hasSupports, level = 3 }: ProposalCardProps) {
  const Heading = `h${level}` as const;
  const { picture, answer, author, channel } = proposal;
  const area = proposal.areaId && names.get(`area:${proposal.areaId}`);
  const category = proposal.categoryId && names.get(`category:${proposal.categoryId}`);
  const facts = supportFactsOf(proposal);
  return (
    <Card
      as="li"
      linked
      className={styles.card}
      foot={
        hasSupports && (
          <>
            <SupportCount facts={facts} />
            <SupportButton facts={facts} permission={proposal.support} title={proposal.title} size="small" look="quiet" />
          </>
        )
      }
    >
      {picture && (
        <img
          className={styles.picture}
          src={`${picture.url}?w=400`}
          alt={picture.alt}
          width={picture.width ?? 400}
          height={picture.height ?? 225}
          loading="lazy"
        />
      )}
      <p>
        <StatusChip status={proposal.status} />
      </p>
      <Heading className={styles.title}>
        <Link className={cardLink} to={proposalAddress(proposal)}>
          <TownWords>{proposal.title}</TownWords>
        </Link>
      </Heading>
      <p className={styles.excerpt}>
        <TownWords>{proposal.excerpt}</TownWords>
      </p>
      <Meta>
        <span>
          <AuthorName author={author} />
          {channel === 'paper' && `, ${t('card.paper')}`}
        </span>
        {(area || proposal.address) && (
          <span>
            <Icon name="place" /> <TownWords>{area || proposal.address}</TownWords>
          </span>
        )}
        {category && (
          <span>
            <TownWords>{category}</TownWords>
          </span>
        )}
        {proposal.comments > 0 && <span>{t('card.comments', { count: proposal.comments })}</span>}
      </Meta>
      {answer && (
        <p className={styles.answer}>
          <strong>{t('card.answer', { status: statusWords(answer.status) })}</strong> <TownWords>{answer.excerpt}</TownWords>
        </p>
      )}
    </Card>
  );
}
