import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';
import type { QueueLine } from '@parvis/shared/contracts/moderation.ts';
import type { ReactNode } from 'react';
import { messagesOf } from '../../platform/messages.ts';
import { TownWords } from '../../platform/town-words.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** What a contribution is, in a word; kinds that this site does not know are contributions. */
export function kindWord(kind: string): string {
  const key = `kind.${kind}`;
  return t.has(key) ? t(key as 'kind.other') : t('kind.other');
}

/** A contribution in the queue and in headings: by its title, or by who wrote it. */
export function cardTitle(card: ContributionCard): ReactNode {
  if (card.kind !== 'comment' && card.title)
    return t.rich('line.titled', { kind: kindWord(card.kind), title: <TownWords>{card.title}</TownWords> });
  return t('line.title', { kind: kindWord(card.kind), name: card.author.name || t('author.unknown') });
}

/** The first line of a queue's entry. */
export function lineTitle({ reason, card, similar }: QueueLine): ReactNode {
  if (similar > 1) return t('line.similar', { count: similar });
  return reason === 'appeal' ? t('line.appeal', { name: card.author.name || t('author.unknown') }) : cardTitle(card);
}

/** Why an entry waits. */
export function lineDetail({ reason, flags, grounds }: QueueLine): string {
  if (reason === 'flagged')
    return t('line.flags', { count: flags, grounds: grounds.map((ground) => t(`ground.${ground}`).toLocaleLowerCase()).join(', ') });
  return t(({ pending: 'line.pending', corrected: 'line.corrected', opinion: 'line.opinion', appeal: 'line.contested' } as const)[reason]);
}
