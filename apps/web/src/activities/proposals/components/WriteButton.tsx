import type { OpeningView } from '@parvis/shared/contracts/activities.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { writeAddress } from '../addresses.ts';
import fr from './messages/fr.json';
import type { ProposalSettings } from '../settings.ts';

const t = messagesOf(fr);

interface WriteButtonProps {
  place: Parameters<typeof writeAddress>[0];
  openings: readonly OpeningView[];
  /** The reader's level; null for a visitor, who signs in at the end. */
  level: number | null;
  word: ProposalSettings['word'];
}

/** Leads to the form; while depositing is closed, or asks more than the reader has, it says so instead. */
export function WriteButton({ place, openings, level, word }: WriteButtonProps) {
  const open = openings.filter((one) => one.action === 'propose' && one.isOpen);
  const asked = Math.min(...open.map((one) => one.minLevel));
  if (open.length === 0)
    return (
      <Button
        icon="pen"
        disabled
        reason={t(
          openings.some((one) => one.action === 'propose' && Date.parse(one.opensAt) > Date.now()) ? 'write.not-yet' : 'write.closed',
        )}
      >
        {t(`write.${word}`)}
      </Button>
    );
  if (level !== null && level < asked)
    return (
      <Button icon="pen" disabled reason={t('write.level')}>
        {t(`write.${word}`)}
      </Button>
    );
  return (
    <LinkButton icon="pen" to={writeAddress(place)}>
      {t(`write.${word}`)}
    </LinkButton>
  );
}
