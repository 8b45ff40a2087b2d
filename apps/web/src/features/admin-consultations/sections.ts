import type { ChecklistCode } from '@parvis/shared/contracts/consultation-admin.ts';

/** The parts of the preparation, in the order in which they are best done; each is an address of its own. */
export const sections = ['presentation', 'activities', 'calendar', 'people', 'publish'] as const;
export type SectionCode = (typeof sections)[number];

const paths: Readonly<Record<SectionCode, string>> = {
  presentation: '',
  activities: '/demarches',
  calendar: '/calendrier',
  people: '/public',
  publish: '/publication',
};

/** The address of a part. */
export function sectionPath(id: string, section: SectionCode): string {
  return `/admin/consultations/${id}${paths[section]}`;
}

/** Where each point of the checklist is settled. */
export const sectionOf: Readonly<Record<ChecklistCode, SectionCode | 'legal'>> = {
  title: 'presentation',
  question: 'presentation',
  'decided-by': 'presentation',
  'decided-on': 'presentation',
  'what-then': 'presentation',
  'cover-alt': 'presentation',
  activities: 'activities',
  phases: 'calendar',
  openings: 'calendar',
  roll: 'people',
  legal: 'legal',
};

/** The part that comes after another; null after the last. */
export function sectionAfter(section: SectionCode): SectionCode | null {
  return sections[sections.indexOf(section) + 1] ?? null;
}
