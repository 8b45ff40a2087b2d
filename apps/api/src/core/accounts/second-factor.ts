import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import type { SecondFactorSetup } from '@parvis/shared/contracts/my-account.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { qrPath } from '../../platform/qr/index.ts';
import { hashCode, seal, unseal } from './secrets.ts';
import { spendRecoveryCode, spendTotpStep } from './second-factor.queries.ts';

/** Seconds of one step, and how many steps a telephone's clock may be off (RFC 6238, sections 5.2 and 6). */
const period = 30;
const tolerance = 1;

/** Letters of recovery codes: none that is read for another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Time-based codes and recovery codes: making, keeping, and spending them once. */
@Injectable()
export class SecondFactor {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A new secret: what the person sees, and what the database keeps. */
  begin(accountId: string, issuer: string, label: string): { setup: SecondFactorSetup; sealed: Buffer } {
    const secret = new Secret({ size: 20 });
    const uri = new TOTP({ issuer, label, secret, period }).toString();
    return { setup: { secret: secret.base32, uri, qr: qrPath(uri) }, sealed: seal(this.config.secret, 'totp', accountId, secret.bytes) };
  }

  /** The step of a right code, for `spendTotpStep`, or null. */
  stepOf(accountId: string, sealed: Buffer, code: string): number | null {
    const bytes = unseal(this.config.secret, 'totp', accountId, sealed);
    const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(bytes).buffer }), period });
    const delta = totp.validate({ token: code.replace(/\s/g, ''), window: tolerance });
    return delta === null ? null : Math.floor(Date.now() / 1000 / period) + delta;
  }

  /** Spends a code of the authenticator or a recovery code; false when it is wrong or was spent before. */
  async spend(tx: Tx, municipalityId: string, accountId: string, sealed: Buffer, code: string): Promise<boolean> {
    if (/^\s*(\d\s*){6}$/.test(code)) {
      const step = this.stepOf(accountId, sealed, code);
      return step !== null && spendTotpStep(tx, municipalityId, accountId, step);
    }
    return spendRecoveryCode(tx, municipalityId, accountId, this.digest(accountId, code));
  }

  /** Ten fresh codes such as `k7mq-2xwd-9phc`, and their digests. */
  newRecoveryCodes(accountId: string): { codes: string[]; digests: Buffer[] } {
    const codes = Array.from({ length: 10 }, () => Array.from({ length: 3 }, () => randomWord(4)).join('-'));
    return { codes, digests: codes.map((code) => this.digest(accountId, code)) };
  }

  private digest(accountId: string, code: string): Buffer {
    return hashCode(this.config.secret, `recovery:${accountId}`, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
  }
}

function randomWord(length: number): string {
  let word = '';
  while (word.length < length)
    for (const byte of randomBytes(length)) if (byte < 248 && word.length < length) word += letters[byte % letters.length]!; // 248 = 8 × 31
  return word;
}
