import type { Status } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Chip, type ChipTone } from '../../../ui/Chip.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

const tones: Readonly<Record<Status, ChipTone>> = {
  submitted: 'neutral',
  'under-study': 'wait',
  accepted: 'open',
  'accepted-changed': 'open',
  'accepted-partly': 'open',
  refused: 'no',
  'not-our-powers': 'neutral',
  done: 'accent',
};

/** What the town says of a contribution, in a word. */
export function StatusChip({ status }: { status: Status }) {
  return <Chip tone={tones[status]}>{statusWords(status)}</Chip>;
}

/** The word of a status, for selects and sentences. */
export function statusWords(status: Status): string {
  return t(`status.${status}`);
}
