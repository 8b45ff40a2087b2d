import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Batches, Database } from '../../platform/database/index.ts';
import type { Actor, ActorSource, Town } from '../../platform/http/index.ts';
import { hashToken } from './secrets.ts';
import { readActors, touchSession, type SessionKey, type SessionRow } from './sessions.queries.ts';

/**
 * Finds who is signed in from the session's cookie. A session that still waits for its second factor is nobody's, so that a stolen
 * password alone opens nothing of an account that has one.
 */
@Injectable()
export class SessionDirectory implements ActorSource {
  private readonly keys: Batches<SessionKey, SessionRow | null>;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.keys = new Batches((keys) => readActors(db, keys), { perBatch: 64, inFlight: 2 });
  }

  async byToken(town: Town, token: string): Promise<Actor | null> {
    if (token.length > 100) return null;
    const row = await this.keys.ask({ municipalityId: town.id, tokenHash: hashToken(token) });
    if (!row) return null;
    if (row.seen_long_ago) await touchSession(this.db, town.id, row.session_id);
    return {
      municipalityId: town.id,
      accountId: row.account_id,
      participantId: row.participant_id,
      sessionId: row.session_id,
      displayName: row.display_name,
      email: row.email,
      level: row.level,
      roles: row.roles,
      secondFactorPassed: row.second_factor || this.config.mode === 'demo',
    };
  }
}
