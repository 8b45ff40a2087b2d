import { recountPeople } from '../../apps/api/src/core/consultations/index.ts';
import { TallyJob } from '../../apps/api/src/core/tallies/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import { readConfig } from '../../apps/api/src/platform/config/index.ts';
import { bringUpToDate, makeApplication } from '../../apps/api/src/server.ts';
import { followAddress } from './address.queries.ts';
import { DemoCalendar, seededRandom } from './calendar.ts';
import { seedConsultations } from './consultations.ts';
import { answers } from './content/answers.ts';
import { bikes } from './content/bikes.ts';
import { cars } from './content/cars.ts';
import { schoolAnswers, schoolProposals } from './content/school.ts';
import { batches } from './content/sheets.ts';
import { shops } from './content/shops.ts';
import { streets } from './content/streets.ts';
import { trees } from './content/trees.ts';
import { asIfOpen, beforeTheirAnswers, seedContributions } from './contributions.ts';
import { backdateSupports } from './dates.queries.ts';
import { seedModeration } from './moderation.ts';
import { seedPaper } from './paper.ts';
import { seedResponses } from './responses.ts';
import { seedTown } from './town.ts';

// Makes the demo town in the database of DATABASE_URL, unless a town is there already: through the services and routes that people
// use, so that every rule holds for it too, and then moved back in time.
const config = readConfig({ ...process.env, LOG: 'error', PARVIS_ROLE: 'web' });
if (config.mode !== 'demo') throw new Error('The demo town is made in demo mode only.');
await bringUpToDate(config);
const app = await makeApplication(config);
try {
  const db = app.get(Database);
  await followAddress(db, config.publicUrl);
  if (!(await db.one('SELECT 1 AS one FROM municipalities LIMIT 1'))) {
    process.stdout.write('Making the demo town…\n');
    await app.listen(0, '127.0.0.1');
    const calendar = new DemoCalendar(new Date());
    const random = seededRandom(20_261_124);
    const demo = await seedTown(app, config.publicUrl);
    const { live, over } = await seedConsultations(app, demo, calendar);
    const mixed = [...trees, ...streets, ...bikes, ...cars, ...shops]
      .map((proposal) => ({ proposal, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map((one) => one.proposal);
    const days = { from: -35, to: -2 };
    const made = await seedContributions(app, { demo, place: live, calendar, random }, beforeTheirAnswers(mixed, answers, days), days);
    const past = await asIfOpen(app, demo.town.id, over.activityId, () =>
      seedContributions(app, { demo, place: over, calendar, random }, schoolProposals, { from: -188, to: -160 }),
    );
    await seedModeration(app, demo, live, calendar, made);
    await seedPaper(app, demo, live, calendar, made, batches);
    await seedResponses(app, demo, live, calendar, made, answers);
    await seedResponses(app, demo, over, calendar, past, schoolAnswers);
    await backdateSupports(db, demo.town.id);
    await app.get(TallyJob).refresh();
    for (const { id } of [live, over]) await recountPeople(db, demo.town.id, id);
  }
} finally {
  await app.close();
}
