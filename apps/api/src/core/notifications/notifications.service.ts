import { Inject, Injectable } from '@nestjs/common';
import type { Follow, NoticePreferences } from '@parvis/shared/contracts/notifications.ts';
import { optionalNotices } from '@parvis/shared/rules/notices.ts';
import { Database } from '../../platform/database/index.ts';
import type { Actor } from '../../platform/http/index.ts';
import { readFollowRow, setFollow } from './follows.queries.ts';
import { readPreferences, writePreferences } from './preferences.queries.ts';

/** What a person follows, and which mails he or she wants. */
@Injectable()
export class NotificationsService {
  constructor(@Inject(Database) private readonly db: Database) {}

  async readFollow({ municipalityId, participantId }: Actor, contributionId: string): Promise<Follow> {
    const { chosen, by_default: byDefault } = await readFollowRow(this.db, municipalityId, contributionId, participantId);
    return { contributionId, isOn: chosen ?? byDefault, byDefault };
  }

  async setFollow(actor: Actor, contributionId: string, isOn: boolean): Promise<Follow> {
    await setFollow(this.db, actor.municipalityId, contributionId, actor.participantId, isOn);
    return this.readFollow(actor, contributionId);
  }

  async readPreferences({ municipalityId, participantId }: Actor): Promise<NoticePreferences> {
    const { daily, off } = await readPreferences(this.db, municipalityId, participantId);
    return { daily, off: optionalNotices.filter((kind) => off.includes(kind)) };
  }

  async writePreferences(actor: Actor, wanted: NoticePreferences): Promise<NoticePreferences> {
    await this.db.transaction((tx) => writePreferences(tx, actor.municipalityId, actor.participantId, wanted));
    return this.readPreferences(actor);
  }
}
