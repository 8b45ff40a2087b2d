import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { addJob, Cron, Task } from '../../platform/jobs/index.ts';
import { say } from '../../platform/messages/index.ts';
import { queueMail } from '../mails/index.ts';
import { TownDirectory } from '../municipalities/index.ts';
import { forgetCounts, readUncounted, recountPeople } from './people.queries.ts';
import { recordRollChange } from './roll-history.ts';
import { deleteOldRolls, takeUninvited } from './rolls.queries.ts';

const mailsAtOnce = 100;

/** What happens to consultations behind the screens: invitations, figures, retention. */
@Injectable()
export class ConsultationJobs {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(TownDirectory) private readonly towns: TownDirectory,
  ) {}

  /** Queues the mails of people who were put on the roll, a hundred at a time; marking and queueing are one transaction, so nobody is mailed twice. */
  @Task('consultations.invite')
  async invite({ municipalityId, consultationId }: { municipalityId: string; consultationId: string }): Promise<void> {
    const town = await this.towns.byId(municipalityId);
    if (!town) return; // removed meanwhile
    const language = town.languages[0] ?? 'fr';
    await this.db.transaction(async (tx) => {
      const people = await takeUninvited(tx, municipalityId, consultationId, mailsAtOnce);
      for (const { email, title, slug, summary } of people) {
        const path = `/consultations/${slug}`;
        await queueMail(tx, {
          town,
          to: { address: email, language },
          kind: 'consultation-invitation',
          subject: say(language, 'consultations.invitation.subject', { title }),
          paragraphs: [
            say(language, 'consultations.invitation.text', { title, town: town.name }),
            ...(summary ? [summary] : []),
            say(language, 'consultations.invitation.account'),
          ],
          button: {
            label: say(language, 'consultations.invitation.button'),
            url: `${town.origin}${town.base}/${language}/compte/connexion?retour=${encodeURIComponent(path)}`,
          },
          reason: say(language, 'consultations.invitation.reason', { town: town.name }),
        });
      }
      if (people.length === mailsAtOnce)
        await addJob(tx, 'consultations.invite', { municipalityId, consultationId }, { key: `consultations.invite:${consultationId}` });
    });
  }

  /** Counts people again where something happened. Cheap where nothing did. */
  @Task('consultations.count-people')
  @Cron('* * * * *')
  async countPeople(): Promise<void> {
    for (const { municipality_id, id } of await readUncounted(this.db, 50)) await recountPeople(this.db, municipality_id, id);
  }

  /** Removes what is kept too long, and has all figures made anew. */
  @Task('consultations.retention')
  @Cron('40 2 * * *')
  async applyRetention(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const change of await deleteOldRolls(tx)) await recordRollChange(tx, 'roll-erased', change);
      await forgetCounts(tx);
    });
  }
}
