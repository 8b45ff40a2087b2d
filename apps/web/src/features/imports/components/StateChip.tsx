import type { ImportState } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Chip, type ChipTone } from '../../../ui/Chip.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

const tones: Readonly<Record<ImportState, ChipTone>> = {
  staging: 'wait',
  checked: 'accent',
  publishing: 'wait',
  published: 'open',
  failed: 'no',
  discarded: 'neutral',
};

/** How far an import is, in a word. */
export function StateChip({ state }: { state: ImportState }) {
  return (
    <Chip tone={tones[state]} live={state === 'staging' || state === 'publishing'}>
      {t(`state.${state}`)}
    </Chip>
  );
}
