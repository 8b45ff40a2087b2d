import type { ConsultationState, ConsultationVisibility, ModerationState, PublicationState } from './words.ts';

/** Who reads: everybody, the invited people of a consultation, the author, or those who work for the town. */
export type Reader = 'public' | 'invited' | 'author' | 'staff';

/** All that decides what of a contribution is seen. */
export interface Visible {
  readonly kind: string;
  readonly publication: PublicationState;
  readonly moderation: ModerationState;
  /** Whether it ever was published: what was withdrawn before that was never public. */
  readonly wasPublished: boolean;
  readonly consultationState: ConsultationState;
  readonly consultationVisibility: ConsultationVisibility;
}

/** What a reader sees: nothing at all (not even that it exists), its place without its words, or the text. */
export type Sight = 'nothing' | 'place' | 'text';

/** Whether the consultation itself may be known: drafts are the staff's, invited ones also the invited people's. */
export function seesConsultation(
  { consultationState, consultationVisibility }: Pick<Visible, 'consultationState' | 'consultationVisibility'>,
  reader: Reader,
): boolean {
  if (reader === 'staff') return true;
  return consultationState !== 'draft' && (consultationVisibility === 'public' || reader !== 'public');
}

/**
 * Whether only the place of a published contribution is left: a moderator hid it or waits for a correction, its text was erased, or
 * the author withdrew a comment, whose words are part of a conversation (a withdrawn proposal stays readable, with its reason).
 */
export function isPlaceOnly({ kind, publication, moderation }: Pick<Visible, 'kind' | 'publication' | 'moderation'>): boolean {
  return (
    moderation === 'hidden' ||
    moderation === 'correction-asked' ||
    publication === 'erased' ||
    (kind === 'comment' && publication === 'withdrawn')
  );
}

/**
 * The one rule about what of a contribution is seen by whom, for every kind; the views `visible_contributions` of the schemas public
 * and insider say the same in SQL, and a test compares them over every state. What was never published is its author's and the
 * staff's, a draft its author's alone; authors and staff read what the public only sees the place of, unless it was erased.
 */
export function sightOf(contribution: Visible, reader: Reader): Sight {
  const { publication, wasPublished } = contribution;
  if (!seesConsultation(contribution, reader)) return 'nothing';
  if (publication === 'draft') return reader === 'author' ? 'text' : 'nothing';
  if (publication === 'erased') return wasPublished ? 'place' : 'nothing';
  const isInside = reader === 'author' || reader === 'staff';
  if (publication === 'pending' || (publication !== 'published' && !wasPublished)) return isInside ? 'text' : 'nothing';
  return isPlaceOnly(contribution) && !isInside ? 'place' : 'text';
}
