import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { TownDirectory } from '../municipalities/index.ts';
import { DailyDigest } from './daily-digest.ts';
import { NotifyJob } from './notify.job.ts';
import { deleteOldNotices, readTownClocks, type TownClock } from './notices.queries.ts';
import { StaffDigest } from './staff-digest.ts';

/** Hours of the town's day in which mails of the day leave: at 7, or a little later when no worker ran at 7. */
const morning = { from: 7, to: 10 };

/** Writes the mails of the day, town by town, in the town's own morning. */
@Injectable()
export class MorningJob {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(TownDirectory) private readonly towns: TownDirectory,
    @Inject(NotifyJob) private readonly events: NotifyJob,
    @Inject(DailyDigest) private readonly digest: DailyDigest,
    @Inject(StaffDigest) private readonly staff: StaffDigest,
  ) {}

  @Task('morning-mails')
  @Cron('4 * * * *')
  async run(): Promise<void> {
    for (const clock of await readTownClocks(this.db)) {
      await this.events.tellOfPhases(clock.id);
      if (clock.hour >= morning.from && clock.hour < morning.to) await this.sendMorning(clock);
    }
    await deleteOldNotices(this.db);
  }

  /** What one town's morning brings; a repeat on the same day adds nothing. */
  async sendMorning(clock: Pick<TownClock, 'id' | 'day' | 'day_start' | 'weekday'>): Promise<void> {
    const town = await this.towns.byId(clock.id);
    if (!town) return;
    await this.digest.send(town, clock.day_start);
    await this.staff.send(town, clock);
  }
}
