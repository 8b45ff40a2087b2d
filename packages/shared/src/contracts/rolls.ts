import { z } from 'zod';
import { staffRefusals } from './consultation-admin.ts';
import { body, cursorOf, email, pageOf, timestamp } from './fields.ts';
import { route } from './route.ts';

export const RollEntry = z
  .object({ email: z.string(), hasJoined: z.boolean(), addedAt: timestamp, invitedAt: timestamp.nullable() })
  .meta({ id: 'RollEntry' });
export const readRoll = route({
  method: 'GET',
  path: '/admin/consultations/:consultationId/roll',
  summary: 'List the invited people',
  query: z.object({ cursor: cursorOf('string').optional() }),
  response: pageOf(RollEntry),
  refusals: staffRefusals,
});
/** Addresses anywhere in a text or a CSV, at most 5,000 at a time; `refused` are pieces with an @ that are no address. */
export const inviteToConsultation = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/roll',
  summary: 'Invite people by their e-mail addresses',
  request: body({ addresses: z.string().min(3).max(400_000) }),
  response: z.object({ added: z.int(), known: z.int(), refused: z.array(z.string()) }),
  refusals: [...staffRefusals, 'consultation-archived', 'not-for-invited'],
});
export const removeFromRoll = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/roll-removals',
  summary: 'Take an address off the roll',
  request: body({ email }),
  refusals: staffRefusals,
});
