import type { Tx } from '../../platform/database/index.ts';
import { recordEvent } from '../log/index.ts';
import type { RollChange } from './rolls.queries.ts';

/** How the roll came to change: as it stood at the publication, by administrators, by invited people who erased their account, by the end of its retention. */
type RollAct = 'roll-published' | 'roll-added' | 'roll-removed' | 'roll-left' | 'roll-erased';

const roles: Readonly<Record<RollAct, string>> = {
  'roll-published': 'administrator',
  'roll-added': 'administrator',
  'roll-removed': 'administrator',
  'roll-left': 'citizen',
  'roll-erased': 'system',
};

/**
 * Tells of a change of the roll: in which role, when, how many people, never whom. From the publication on, so that the first figure
 * with what was added and less what went is the length of the roll at any time. A draft's roll may change untold.
 */
export async function recordRollChange(
  tx: Tx,
  act: RollAct,
  { municipality_id: municipalityId, consultation_id: consultationId, people }: RollChange,
  participantId: string | null = null,
): Promise<void> {
  await recordEvent(tx, {
    municipalityId,
    topic: 'roll.changed',
    consultationId,
    participantId,
    subject: { people },
    record: { consultation: consultationId, act, people },
    history: { role: roles[act], act, detail: { people } },
  });
}
