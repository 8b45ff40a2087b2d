/** Kinds of mail that people may switch off, each by its link or in their account; `digest` is the one mail of the day as a whole. */
export const optionalNotices = [
  'response-published',
  'milestone',
  'status-changed',
  'comment-on-mine',
  'reply-to-mine',
  'proposal-published',
  'phase-opened',
  'phase-closing',
  'digest',
  'staff-digest',
] as const;
export type OptionalNotice = (typeof optionalNotices)[number];

/** Kinds that tell somebody of a decision or answer an act of his or her own: they cannot be switched off. */
export const requiredNotices = [
  'contribution-hidden',
  'contribution-refused',
  'correction-asked',
  'contribution-restored',
  'contribution-locked',
  'contribution-unlocked',
  'appeal-decided',
  'flag-receipt',
  'flag-decided',
] as const;
export type RequiredNotice = (typeof requiredNotices)[number];

/** Kinds of events told; `digest` is a way of telling and no event. */
export type NoticeKind = Exclude<OptionalNotice, 'digest'> | RequiredNotice;

/** Kinds that wait for the one mail of the day, unless a person wants them at once. */
export const dailyNotices: readonly NoticeKind[] = [
  'milestone',
  'status-changed',
  'comment-on-mine',
  'reply-to-mine',
  'phase-opened',
  'phase-closing',
];

/** Kinds that a person can turn off; the others follow from an act of their own. */
export function isOptional(kind: NoticeKind): kind is NoticeKind & OptionalNotice {
  return (optionalNotices as readonly string[]).includes(kind);
}
