import type { LimitRecord } from '../../platform/http/index.ts';

/**
 * How often, in PostgreSQL, for each address on the net, each mailbox and each account. A whole town hall or school may share one
 * address on the net: those figures let a workshop of fifty people register within an hour.
 */

/** For acts that mail to an address which somebody types: few mails to one mailbox, whoever asks. */
export function mailLimits(name: string): readonly LimitRecord[] {
  return [
    { name: `${name}-address`, by: 'address', points: 60, seconds: 3600 },
    { name: `${name}-mailbox`, by: 'body.email', points: 6, seconds: 3600 },
  ];
}

/** Beside the waits after wrong passwords (sign-in-backoff.queries.ts), which count per mailbox and town. */
export const signInLimits: readonly LimitRecord[] = [
  { name: 'sign-in-address', by: 'address', points: 120, seconds: 600 },
  { name: 'sign-in-mailbox', by: 'body.email', points: 60, seconds: 600 },
];

/** For links and codes that are tried. */
export const tokenLimits: LimitRecord = { name: 'account-token', by: 'address', points: 60, seconds: 600 };

/** For acts that ask for the password again. */
export const passwordLimits: LimitRecord = { name: 'account-password', by: 'account', points: 20, seconds: 900 };

/** The export reads every table. */
export const exportLimits: LimitRecord = { name: 'account-data', by: 'account', points: 10, seconds: 3600 };

export const inviteLimits: LimitRecord = { name: 'invite', by: 'account', points: 60, seconds: 3600 };
