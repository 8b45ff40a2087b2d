import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Actor, ActorSource, Town } from '../../platform/http/index.ts';
import { hashToken } from './secrets.ts';
import { readSession, touchSession } from './sessions.queries.ts';

/**
 * Finds who is signed in from the session's cookie. A session that still waits for its second factor is nobody's, so that a stolen
 * password alone opens nothing of an account that has one.
 */
@Injectable()
export class SessionDirectory implements ActorSource {
  constructor(@Inject(Database) private readonly db: Database, @Inject(CONFIG) private readonly config: Config) {}

  async byToken(town: Town, token: string): Promise<Actor | null> {
    if (token.length > 100) return null;
    const row = await readSession(this.db, town.id, hashToken(token));
    if (!row) return null;
    if (row.seen_long_ago) await touchSession(this.db, town.id, row.session_id);
    return {
      municipalityId: town.id, accountId: row.account_id, participantId: row.participant_id, sessionId: row.session_id,
      displayName: row.display_name, email: row.email, level: row.level, roles: row.roles,
      secondFactorPassed: row.second_factor || this.config.mode === 'demo',
    };
  }
}
