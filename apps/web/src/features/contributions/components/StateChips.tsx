import type { ContributionStates } from '@parvis/shared/contracts/contributions.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Chip } from '../../../ui/Chip.tsx';
import fr from '../messages/fr.json';
import { StatusChip } from './StatusChip.tsx';

const t = messagesOf(fr);

/** The states of a contribution that say something: an ordinary published one shows its status alone, a comment (`status={false}`) none. */
export function StateChips({
  states,
  status = true,
}: {
  states: Pick<ContributionStates, 'publication' | 'moderation' | 'status'>;
  status?: boolean;
}) {
  const publication = `publication.${states.publication}`,
    moderation = `moderation.${states.moderation}`;
  return (
    <>
      {t.has(publication) && (
        <Chip tone={states.publication === 'pending' ? 'wait' : 'neutral'}>{t(publication as 'publication.draft')}</Chip>
      )}
      {t.has(moderation) && <Chip tone={states.moderation === 'hidden' ? 'no' : 'wait'}>{t(moderation as 'moderation.hidden')}</Chip>}
      {status && states.publication !== 'draft' && states.publication !== 'pending' && <StatusChip status={states.status} />}
    </>
  );
}
