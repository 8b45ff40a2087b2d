import type { SignedIn } from '@parvis/shared/contracts/accounts.ts';
import type { Tx } from '../../platform/database/index.ts';
import { cookieFor, sessionCookie, type Reply, type Town } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { newToken } from './secrets.ts';
import { insertSession } from './sessions.queries.ts';

/** Days of a citizen's session, and of one whose account has a role: a shared desk is signed out the next morning. */
const citizenDays = 30;
const staffDays = 1;

/** An account that signs in, as far as its session depends on it. */
export interface SigningIn {
  readonly accountId: string;
  readonly roles: readonly string[];
  readonly hasSecondFactor: boolean;
}

/** A session that was made, and its one cookie. */
export interface OpenedSession {
  readonly token: string;
  readonly days: number;
}

/** Makes a session row; its second factor is not passed yet. */
export async function openSession(tx: Tx, town: Town, account: SigningIn, userAgent: string | undefined): Promise<OpenedSession> {
  const { token, hash } = newToken();
  const days = account.roles.length > 0 ? staffDays : citizenDays;
  await insertSession(tx, {
    municipalityId: town.id,
    id: newId(),
    accountId: account.accountId,
    tokenHash: hash,
    device: deviceOf(userAgent),
    days,
    secondFactor: false,
  });
  return { token, days };
}

/** Puts the session into the browser. */
export function giveCookie(reply: Reply, town: Town, { token, days }: OpenedSession): void {
  reply.cookies.push(cookieFor(town, sessionCookie, token, days * 86_400));
}

/** Tells the browser to forget the session; the row is deleted by the caller. */
export function takeCookieAway(reply: Reply, town: Town): void {
  reply.cookies.push(cookieFor(town, sessionCookie, '', 0));
}

/** What comes after the password. @param asksStaff whether this installation asks a second factor of every role (production) */
export function nextStep(account: SigningIn, asksStaff: boolean): SignedIn {
  if (account.hasSecondFactor) return { next: 'second-factor' };
  return { next: asksStaff && account.roles.length > 0 ? 'second-factor-setup' : 'done' };
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** `Firefox · Windows`: enough to know one's devices apart, too little to follow anybody. '' when nothing is recognised. */
function deviceOf(userAgent = ''): string {
  const name = (of: typeof browsers): string | undefined => of.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [name(browsers), name(systems)].filter(Boolean).join(' · ');
}
