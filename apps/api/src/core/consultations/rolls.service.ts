import { Inject, Injectable } from '@nestjs/common';
import { readKeyset, writeKeyset } from '@parvis/shared/rules/keyset.ts';
import { email } from '@parvis/shared/contracts/fields.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import type { inviteToConsultation, readRoll } from '@parvis/shared/contracts/rolls.ts';
import { Database } from '../../platform/database/index.ts';
import { InvalidInput, type Actor } from '../../platform/http/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { personalData, whenAddressProved } from '../participants/index.ts';
import { lockConsultation } from './consultation-editing.queries.ts';
import { ConsultationArchived, ConsultationNotFound, NotForInvited } from './consultations.errors.ts';
import { recordRollChange } from './roll-history.ts';
import { deleteFromRoll, deleteRollsOf, insertRoll, joinWaitingRolls, readRollRows, readRollsOf } from './rolls.queries.ts';

const rollPage = 50;
const mostAtOnce = 5_000;

personalData({
  name: 'invitations',
  read: (db, { municipalityId, accountId, email: address }) => readRollsOf(db, municipalityId, accountId, address),
  erase: async (tx, { municipalityId, accountId, email: address }) => {
    for (const change of await deleteRollsOf(tx, municipalityId, accountId, address)) await recordRollChange(tx, 'roll-left', change);
  },
});

whenAddressProved((tx, { municipalityId, accountId, email: address }) => joinWaitingRolls(tx, municipalityId, accountId, address));

/** The people invited to a consultation that is not open to everybody. */
@Injectable()
export class RollsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Adds every address that a pasted text or a CSV holds; those of a published consultation get their mail by a job, and its history tells how many. */
  async invite(
    { municipalityId, participantId }: Actor,
    consultationId: string,
    pasted: string,
  ): Promise<ResponseOf<typeof inviteToConsultation>> {
    const { addresses, refused } = readAddresses(pasted);
    if (addresses.length === 0) throw new InvalidInput([{ pointer: '#/addresses', code: 'not-an-email' }]);
    if (addresses.length > mostAtOnce)
      throw new InvalidInput([{ pointer: '#/addresses', code: 'too-many', values: { limit: mostAtOnce } }]);
    return this.db.transaction(async (tx) => {
      const locked = await lockConsultation(tx, municipalityId, consultationId);
      if (!locked) throw new ConsultationNotFound();
      if (locked.state === 'archived') throw new ConsultationArchived();
      if (locked.visibility !== 'invited') throw new NotForInvited();
      const added = await insertRoll(tx, municipalityId, consultationId, addresses);
      if (added > 0 && locked.state !== 'draft')
        await recordRollChange(
          tx,
          'roll-added',
          { municipality_id: municipalityId, consultation_id: consultationId, people: added },
          participantId,
        );
      await addJob(tx, 'consultations.invite', { municipalityId, consultationId }, { key: `consultations.invite:${consultationId}` });
      return { added, known: addresses.length - added, refused: refused.slice(0, 20) };
    });
  }

  /** Takes an address off the roll, at any time; the history of a published consultation tells that one went, not who. */
  async remove({ municipalityId, participantId }: Actor, consultationId: string, address: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const locked = await lockConsultation(tx, municipalityId, consultationId);
      const people = await deleteFromRoll(tx, municipalityId, consultationId, address);
      if (people > 0 && locked?.state !== 'draft')
        await recordRollChange(
          tx,
          'roll-removed',
          { municipality_id: municipalityId, consultation_id: consultationId, people },
          participantId,
        );
    });
  }

  async list(municipalityId: string, consultationId: string, cursor: string | undefined): Promise<ResponseOf<typeof readRoll>> {
    const [after] = readKeyset(cursor, ['string']) ?? [];
    const rows = await readRollRows(this.db, municipalityId, consultationId, (after as string | undefined) ?? null, rollPage + 1);
    const shown = rows.slice(0, rollPage);
    return {
      items: shown.map((row) => ({ email: row.email, hasJoined: row.has_joined, addedAt: row.added_at, invitedAt: row.invited_at })),
      nextCursor: rows.length > rollPage ? writeKeyset([shown.at(-1)!.email.toLowerCase()]) : null,
    };
  }
}

/** Addresses of a pasted list, a CSV or a mail client's "To:" line, each once; what has an @ and is none is told. */
export function readAddresses(pasted: string): { addresses: string[]; refused: string[] } {
  const pieces = pasted.split(/[\s,;<>"()[\]|]+/).filter((piece) => piece.includes('@'));
  const addresses = new Map<string, string>();
  const refused: string[] = [];
  for (const piece of pieces) {
    const read = email.safeParse(piece.replace(/^mailto:/i, '').replace(/^[.:]+|[.:]+$/g, ''));
    if (read.success) addresses.set(read.data.toLowerCase(), read.data);
    else refused.push(piece.slice(0, 100));
  }
  return { addresses: [...addresses.values()], refused };
}
