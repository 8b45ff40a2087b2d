import { changesBetween, isMovedDate, type ConsultationContent } from './changes.ts';

const phase = {
  id: 'p',
  kind: 'contributions',
  title: 'Proposer',
  description: '',
  startsAt: '2026-11-01T00:00:00Z',
  endsAt: '2026-12-16T00:00:00Z',
  opens: ['a propose 1'],
};
const activity = {
  id: 'a',
  kind: 'proposals',
  slug: 'propositions',
  title: 'Les propositions',
  intro: '',
  settings: { supports: true, maxLength: 4000 },
};
const content: ConsultationContent = {
  title: 'Le centre',
  question: 'Comment ?',
  summary: '',
  text: '',
  decidedBy: 'Le conseil',
  decidedOn: '2027-03-04',
  whatThen: 'Une réponse.',
  contact: '',
  responseDelayDays: 60,
  coverAlt: null,
  documents: ['Le plan'],
  areas: [],
  outline: null,
  phases: [phase],
  activities: [activity],
};

test('two equal versions have no difference', () => {
  expect(changesBetween(content, JSON.parse(JSON.stringify(content)) as ConsultationContent)).toEqual([]);
});

test('a moved end is told as such, with both intervals', () => {
  const changes = changesBetween(content, { ...content, phases: [{ ...phase, endsAt: null }] });
  expect(changes).toEqual([
    { field: 'phase-dates', label: 'Proposer', before: '2026-11-01T00:00:00Z/2026-12-16T00:00:00Z', after: '2026-11-01T00:00:00Z/..' },
  ]);
  expect(isMovedDate(changes)).toBe(true);
});

test('changed words, documents, phases, addresses and settings are each told', () => {
  const changes = changesBetween(content, {
    ...content,
    title: 'Le centre demain',
    documents: ['Le plan', 'L’étude'],
    phases: [{ ...phase, id: 'q', title: 'Voter' }],
    activities: [{ ...activity, slug: 'idees', settings: { supports: false, maxLength: 4000 } }],
  });
  expect(changes.map(({ field, label }) => [field, label])).toEqual([
    ['title', ''],
    ['documents', ''],
    ['phase-added', 'Voter'],
    ['phase-removed', 'Proposer'],
    ['activity-address', 'Les propositions'],
    ['activity-settings', 'Les propositions'],
  ]);
  expect(changes.at(-2)).toMatchObject({ before: 'propositions', after: 'idees' });
  expect(changes.at(-1)).toMatchObject({ before: 'supports: true', after: 'supports: false' });
  expect(isMovedDate(changes)).toBe(false);
});
