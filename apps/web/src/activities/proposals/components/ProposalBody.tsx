import { Link } from '../../../platform/router/router.tsx';
import type { ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { RichText } from '../../../ui/rich/RichText.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { proposalAddress } from '../addresses.ts';
import fr from '../messages/fr.json';
import { PlaceMap } from './PlaceMap.tsx';
import styles from './ProposalBody.module.css';

const t = messagesOf(fr);

/** Text, pictures, place, and what was merged here. */
export function ProposalBody({ proposal }: { proposal: ProposalView }) {
  return (
    <Stack gap={5}>
      {proposal.bodyHtml && <RichText html={proposal.bodyHtml} size="large" />}
      {proposal.pictures.length > 0 && (
        <ul className={styles.pictures}>
          {proposal.pictures.map((picture) => (
            <li key={picture.fileId}>
              <a href={picture.url}>
                <img
                  src={`${picture.url}?w=960`}
                  alt={picture.alt}
                  width={picture.width ?? 960}
                  height={picture.height ?? 540}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <PlaceMap proposal={proposal} />
      {proposal.mergedFrom.length > 0 && (
        <Section level={2} title={t('merged.title', { count: proposal.mergedFrom.length })} lead={t('merged.lead')}>
          <ul className={styles.merged}>
            {proposal.mergedFrom.map((one) => (
              <li key={one.id}>
                <Link to={proposalAddress({ number: one.number ?? 0, slug: one.slug })}>
                  <TownWords>{one.title}</TownWords>
                </Link>{' '}
                <small>
                  <TownWords>{one.reason}</TownWords>
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}
