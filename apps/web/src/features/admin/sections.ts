import type { Overview } from '@parvis/shared/contracts/overview.ts';
import { addresses } from '../../platform/addresses.ts';
import { messagesOf } from '../../platform/messages.ts';
import type { IconName } from '../../ui/Icon.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** One part of the administration on its front page. */
export interface AdminSection {
  readonly key: string;
  readonly icon: IconName;
  readonly to: string;
  readonly title: string;
  /** What there is, in a few words. */
  readonly state: string;
  /** What asks for somebody's hand; null when nothing does. */
  readonly waits: string | null;
}

function waiting(...sentences: readonly (string | false)[]): string | null {
  return sentences.filter(Boolean).join(', ') || null;
}

/** The parts of the administration with what waits in each, in the order of a consultation's life. */
export function sectionsOf({ consultations, people, moderation, responses, imports, legal, mails }: Overview): readonly AdminSection[] {
  return [
    {
      key: 'consultations',
      icon: 'speech',
      to: '/admin/consultations',
      title: t('section.consultations'),
      state: t('consultations.state', { count: consultations.published }),
      waits: waiting(consultations.draft > 0 && t('consultations.drafts', { count: consultations.draft })),
    },
    {
      key: 'moderation',
      icon: 'scale',
      to: addresses.moderation,
      title: t('section.moderation'),
      state: t('moderation.state'),
      waits: waiting(
        moderation.flagged > 0 && t('moderation.flagged', { count: moderation.flagged }),
        moderation.pending > 0 && t('moderation.pending', { count: moderation.pending }),
        moderation.appeals > 0 && t('moderation.appeals', { count: moderation.appeals }),
      ),
    },
    {
      key: 'responses',
      icon: 'reply',
      to: addresses.responses,
      title: t('section.responses'),
      state: t('responses.state', { count: responses.unanswered }),
      waits: waiting(responses.prepared > 0 && t('responses.prepared', { count: responses.prepared })),
    },
    {
      key: 'people',
      icon: 'people',
      to: '/admin/personnes',
      title: t('section.people'),
      state: t('people.state', { count: people.accounts, staff: people.staff }),
      waits: waiting(people.invited > 0 && t('people.invited', { count: people.invited })),
    },
    {
      key: 'imports',
      icon: 'upload',
      to: '/admin/imports',
      title: t('section.imports'),
      state: t('imports.state'),
      waits: waiting(imports > 0 && t('imports.waiting', { count: imports })),
    },
    { key: 'town', icon: 'hall', to: '/admin/commune', title: t('section.town'), state: t('town.state'), waits: null },
    {
      key: 'legal',
      icon: 'page',
      to: '/admin/pages-legales',
      title: t('section.legal'),
      state: t('legal.state'),
      waits: waiting(legal.missing.length > 0 && t('legal.missing', { count: legal.missing.length })),
    },
    {
      key: 'mails',
      icon: 'mail',
      to: '/admin/courriels',
      title: t('section.mails'),
      state: t('mails.state'),
      waits: waiting(
        mails.refused > 0 && t('mails.refused', { count: mails.refused }),
        mails.waiting > 20 && t('mails.waiting', { count: mails.waiting }),
      ),
    },
    { key: 'journal', icon: 'history', to: '/admin/journal', title: t('section.journal'), state: t('journal.state'), waits: null },
    { key: 'exports', icon: 'download', to: addresses.openData, title: t('section.exports'), state: t('exports.state'), waits: null },
  ];
}
