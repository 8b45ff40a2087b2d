import type { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';

export type { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';

/** The settings of an activity of this kind, which the API has checked. */
export function settingsOf(activity: { readonly settings: Readonly<Record<string, unknown>> }): ProposalSettings {
  return activity.settings as unknown as ProposalSettings;
}
