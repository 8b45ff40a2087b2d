import {
  createConsultation,
  publishConsultation,
  readAdminConsultation,
  saveCalendar,
  savePresentation,
  type AdminConsultation,
} from '@parvis/shared/contracts/consultation-admin.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import type { TestApp } from './app.ts';
import { completeLegalPages } from './legal.ts';
import { as, type Person, type TestTown } from './people.ts';

/** What the form of a consultation sends. */
export type Presentation = RequestOf<typeof savePresentation>;
type Phase = RequestOf<typeof saveCalendar>['phases'][number];

/** The form as the screen sends it back, with changes. */
export function presentationOf(c: AdminConsultation, change: Partial<Presentation> = {}): Presentation {
  return {
    title: c.title,
    slug: c.slug,
    question: c.question,
    summary: c.summary,
    bodyHtml: c.bodyHtml,
    cover: c.cover && { fileId: c.cover.fileId, alt: c.cover.alt },
    decidedBy: c.decidedBy,
    decidedOn: c.decidedOn,
    whatThen: c.whatThen,
    contact: c.contact,
    responseDelayDays: c.responseDelayDays,
    areaIds: c.areaIds,
    territory: c.territory,
    documents: [],
    visibility: c.visibility,
    updatedAt: c.updatedAt,
    ...change,
  };
}

/** The calendar as the screen sends it back. */
export function phasesOf(c: AdminConsultation): Phase[] {
  return c.phases.map(({ id, kind, title, description, startsOn, startsTime, endsOn, endsTime, opens }) => ({
    id,
    kind,
    title,
    description,
    startsOn,
    startsTime,
    endsOn,
    endsTime,
    opens,
  }));
}

/** What a draft lacks before it can be published. */
const complete: Partial<Presentation> = {
  question: 'Que faire de la place ?',
  decidedBy: 'Le conseil municipal',
  decidedOn: '2027-03-04',
  whatThen: 'Chaque proposition reçoit une réponse.',
};
/** The day in UTC. */
const today = new Date().toISOString().slice(0, 10);

/** A draft made through the screens' own requests. */
export async function aDraft(app: TestApp, clerk: Person, change: Partial<Presentation> = complete): Promise<AdminConsultation> {
  const {
    body: { id },
  } = await as(app, clerk).call(createConsultation, { body: { title: 'La place du Marché' } });
  const { body } = await as(app, clerk).call(readAdminConsultation, { params: { consultationId: id } });
  const saved = await as(app, clerk).call(savePresentation, { params: { consultationId: id }, body: presentationOf(body, change) });
  expect([saved.status, saved.problem.errors]).toEqual([200, undefined]);
  return saved.body;
}

/** Published and open since today. */
export async function aPublished(app: TestApp, town: TestTown, clerk: Person): Promise<AdminConsultation> {
  await completeLegalPages(app, town);
  const draft = await aDraft(app, clerk);
  const params = { consultationId: draft.id };
  const phases = phasesOf(draft).map((one) => (one.kind === 'contributions' ? { ...one, startsOn: today } : one));
  expect((await as(app, clerk).call(saveCalendar, { params, body: { phases } })).status).toBe(200);
  const answer = await as(app, clerk).call(publishConsultation, { params, body: {} });
  expect(answer.status).toBe(200);
  return answer.body;
}
