import type { ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { statusWords } from '../../../features/contributions/components/StatusChip.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** From deposit to delivery, never lost between pages: what was done, what is under way, what is promised. Nobody studies a text because it arrived: that step is ahead until the town says so. */
export function LifeLine({ steps }: { steps: ProposalView['steps'] }) {
  const current = steps.findIndex((step) => !step.done);
  return (
    <Timeline
      moments={steps.map((step, at) => ({
        key: `${at}`,
        state: step.done ? 'done' : at === current && step.kind !== 'studied' ? 'now' : 'ahead',
        label: step.title ? (
          <TownWords>{step.title}</TownWords>
        ) : step.status ? (
          t('life.answered.as', { status: statusWords(step.status) })
        ) : (
          t(`life.${step.kind}`)
        ),
        detail:
          step.on === '' ? undefined : step.done ? (
            <DateText date={step.on} />
          ) : (
            <>
              {t(step.kind === 'answered' ? 'life.promised' : 'life.planned')} <DateText date={step.on} />
            </>
          ),
      }))}
    />
  );
}
