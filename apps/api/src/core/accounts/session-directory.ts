import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Actor, ActorSource, Town } from '../../platform/http/index.ts';
import { readSession } from './sessions.queries.ts';

/** A fresh random token for a cookie or a link, and what the database keeps of it. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256 of a token: who reads the database cannot sign in with it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Finds who is signed in from the session's cookie. */
@Injectable()
export class SessionDirectory implements ActorSource {
  constructor(@Inject(Database) private readonly db: Database, @Inject(CONFIG) private readonly config: Config) {}

  async byToken(town: Town, token: string): Promise<Actor | null> {
    if (token.length > 100) return null;
    const row = await readSession(this.db, town.id, hashToken(token));
    if (!row) return null;
    return {
      municipalityId: town.id, accountId: row.account_id, participantId: row.participant_id, sessionId: row.session_id,
      displayName: row.display_name, email: row.email, level: row.level, roles: row.roles,
      secondFactorPassed: row.second_factor || this.config.mode === 'demo',
    };
  }
}
