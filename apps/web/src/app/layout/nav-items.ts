import type { ViewerView } from '@parvis/shared/contracts/site.ts';
import { addresses } from '../../platform/addresses.ts';
import { hasRole } from '../../platform/site.tsx';
import type fr from './messages/fr.json';

/** One line of a menu: a message key and an address below the language. */
export interface NavItem {
  readonly label: keyof typeof fr;
  readonly to: string;
}

/** What everybody finds in the header. */
export const townItems: readonly NavItem[] = [
  { label: 'nav.consultations', to: addresses.consultations },
  { label: 'nav.commitments', to: addresses.commitments },
  { label: 'nav.data', to: addresses.openData },
];

/** The desks of those who work here, by role; empty for citizens. */
export function staffItems(viewer: ViewerView | null): readonly NavItem[] {
  return [
    ...(hasRole(viewer, 'administrator') ? [{ label: 'staff.administration', to: addresses.administration } as const] : []),
    ...(hasRole(viewer, 'moderator', 'administrator') ? [{ label: 'staff.moderation', to: addresses.moderation } as const] : []),
    ...(hasRole(viewer, 'official', 'administrator') ? [{ label: 'staff.responses', to: addresses.responses } as const] : []),
    ...(hasRole(viewer, 'facilitator', 'administrator') ? [{ label: 'staff.counter', to: addresses.counter } as const] : []),
  ];
}

/** What an administrator finds below the line of desks, on every page of the administration; one line per feature. */
export const administrationItems: readonly NavItem[] = [
  { label: 'admin.overview', to: addresses.administration },
  { label: 'admin.consultations', to: '/admin/consultations' },
  { label: 'admin.people', to: '/admin/personnes' },
  { label: 'admin.imports', to: '/admin/imports' },
  { label: 'admin.town', to: '/admin/commune' },
  { label: 'admin.legal', to: '/admin/pages-legales' },
  { label: 'admin.mails', to: '/admin/courriels' },
  { label: 'admin.journal', to: '/admin/journal' },
];

/** Whether a page belongs to a menu's line: its own address or one below it. */
export function isBelow(path: string, to: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}
