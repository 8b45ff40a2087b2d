import type { INestApplication } from '@nestjs/common';
import { proposals } from '@parvis/shared/activities/proposals/index.ts';
import type { PhaseKind } from '@parvis/shared/rules/words.ts';
import { pictureOf } from '../../apps/api/src/core/demo/index.ts';
import { publishFiles } from '../../apps/api/src/core/files/index.ts';
import { recordEvent } from '../../apps/api/src/core/log/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import { cleanRichText } from '../../apps/api/src/platform/text/index.ts';
import { send, signIn } from './acting.ts';
import type { DemoCalendar } from './calendar.ts';
import { covers } from './content/covers.ts';
import { categories, consultation } from './content/town.ts';
import { school } from './content/school.ts';
import type { DemoTown } from './town.ts';

/** A consultation of the demo, with the one activity in it. */
export interface DemoConsultation {
  readonly id: string;
  readonly activityId: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

interface DemoPhase {
  readonly kind: PhaseKind;
  readonly title: string;
  readonly from: number;
  readonly to: number | null;
  readonly actions: readonly string[];
}

const livePhases: readonly DemoPhase[] = [
  { kind: 'information', title: 'S’informer', from: -43, to: -37, actions: [] },
  { kind: 'contributions', title: 'Proposer et débattre', from: -36, to: 22, actions: ['propose', 'support', 'comment'] },
  { kind: 'response', title: 'Réponses', from: 23, to: 69, actions: [] },
  { kind: 'vote', title: 'Décision du conseil', from: 100, to: 100, actions: [] },
  { kind: 'follow-up', title: 'Travaux et suivi', from: 101, to: null, actions: [] },
];

const schoolPhases: readonly DemoPhase[] = [
  { kind: 'contributions', title: 'Proposer et débattre', from: -190, to: -145, actions: ['propose', 'support', 'comment'] },
  { kind: 'response', title: 'Étude et réponses', from: -144, to: -93, actions: [] },
  { kind: 'follow-up', title: 'Suivi des travaux', from: -92, to: null, actions: [] },
];

interface Words {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  readonly body: readonly string[];
  readonly decidedBy: string;
  readonly decidedDay: number;
  readonly whatThen: string;
  readonly contact: string;
}

async function seedOne(
  app: INestApplication,
  demo: DemoTown,
  calendar: DemoCalendar,
  words: Words,
  phases: readonly DemoPhase[],
): Promise<DemoConsultation> {
  const { town, staff } = demo;
  const administrator = staff.get('administratrice@saint-aubin.example')!;
  const settings = proposals.settings.parse({ categories, place: 'optional', maxLength: 4_000 });
  const [id, activityId] = [newId(), newId()];
  const say = (text: string): string => calendar.text(text);
  const { html, text } = cleanRichText(words.body.map((paragraph) => `<p>${say(paragraph)}</p>`).join(''));
  const publishedAt = calendar.at(phases[0]!.from - 2, 8);
  const { svg, alt } = covers[words.slug]!;
  const cookie = await signIn(app, demo, administrator);
  const cover = await send<{ id: string }>(app, demo, '/files?purpose=cover', await pictureOf(svg), cookie, 'dessin.png');
  await app.get(Database).transaction(async (tx) => {
    await tx.run(
      `
      INSERT INTO consultations (municipality_id, id, slug, state, title, question, summary, body_html, body_text, decided_by, decided_on, contact, what_then, response_delay_days, published_at, created_at, updated_at, cover_file_id, cover_alt)
      VALUES ($1, $2, $3, 'published', $4, $5, $6, $7, $8, $9, $10, $11, $12, 46, $13, $13, $13, $14, $15)`,
      [
        town.id,
        id,
        words.slug,
        say(words.title),
        say(words.question),
        say(words.summary),
        html,
        text,
        words.decidedBy,
        calendar.day(words.decidedDay),
        words.contact,
        say(words.whatThen),
        publishedAt,
        cover.id,
        alt,
      ],
    );
    await publishFiles(tx, town.id, [cover.id]);
    await tx.run('INSERT INTO consultation_slugs (municipality_id, slug, consultation_id) VALUES ($1, $2, $3)', [town.id, words.slug, id]);
    await tx.run(
      `INSERT INTO activities (municipality_id, id, consultation_id, kind, slug, title, intro, settings) VALUES ($1, $2, $3, 'proposals', 'propositions', 'Les propositions', $4, $5)`,
      [
        town.id,
        activityId,
        id,
        say('Une idée par proposition, avec un lieu si elle en a un. Soutenez celles des autres : on lit d’abord ce qui existe.'),
        JSON.stringify(settings),
      ],
    );
    for (const [position, phase] of phases.entries()) {
      const phaseId = newId();
      const [from, to] = calendar.bounds(phase.from, phase.to);
      await tx.run(
        'INSERT INTO phases (municipality_id, id, consultation_id, kind, title, position, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [town.id, phaseId, id, phase.kind, phase.title, position, from, to],
      );
      for (const action of phase.actions) {
        await tx.run(
          'INSERT INTO phase_openings (municipality_id, phase_id, consultation_id, activity_id, action) VALUES ($1, $2, $3, $4, $5)',
          [town.id, phaseId, id, activityId, action],
        );
        await tx.run(
          'INSERT INTO openings (municipality_id, activity_id, action, phase_id, opens_at, closes_at, min_level) VALUES ($1, $2, $3, $4, $5, $6, 1)',
          [town.id, activityId, action, phaseId, from, to],
        );
      }
    }
    await recordEvent(tx, {
      municipalityId: town.id,
      topic: 'consultation.published',
      consultationId: id,
      participantId: administrator.participantId,
      record: { id, slug: words.slug, title: say(words.title), text },
      history: { role: 'administrator', act: 'published', detail: { version: 1 } },
    });
  });
  return { id, activityId, settings };
}

/** The two consultations of the demo: one in the middle of its life, one that is decided and followed up. */
export async function seedConsultations(
  app: INestApplication,
  demo: DemoTown,
  calendar: DemoCalendar,
): Promise<{ live: DemoConsultation; over: DemoConsultation }> {
  return {
    live: await seedOne(app, demo, calendar, consultation, livePhases),
    over: await seedOne(app, demo, calendar, school, schoolPhases),
  };
}
