import type { PeopleByLevel } from '@parvis/shared/contracts/contributions.ts';
import { formatNumber, messagesOf } from '../../../platform/messages.ts';
import { LevelBar } from '../../../ui/charts/LevelBar.tsx';
import type { Segment } from '../../../ui/charts/SegmentBar.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Most verified first, as the bar shows them. */
const order: readonly (readonly [keyof PeopleByLevel, Segment['tone']])[] = [
  ['identityProvider', 'accent'],
  ['register', 'accent'],
  ['post', 'for'],
  ['email', 'accent-soft'],
  ['paper', 'sun'],
  ['imported', 'rest'],
];

/** A count of people, shown with how far each was verified: a bar, and the same in words. */
export function PeopleBar({ people, size = 'thin' }: { people: PeopleByLevel; size?: 'thin' | 'thick' }) {
  return (
    <LevelBar
      size={size}
      segments={order.map(([key, tone]) => ({ key, tone, value: people[key], label: t(`people.${key}`, { count: people[key] }) }))}
    />
  );
}

/** How many people a count holds, imported ones left out: they are shown apart. */
export function totalOf(people: PeopleByLevel): number {
  return people.email + people.post + people.register + people.identityProvider + people.paper;
}

/** The same in one line of words, for a bar that has none beside it. */
export function peopleWords(people: PeopleByLevel): string {
  return order
    .filter(([key]) => people[key] > 0)
    .map(([key]) => `${formatNumber(people[key])} ${t(`people.${key}`, { count: people[key] })}`)
    .join(', ');
}
