import type { ComponentType } from 'react';
import type { ActivityView } from '@parvis/shared/contracts/activities.ts';
import type { PageEntry, PageQuery } from '../platform/page.ts';
import type { IconName } from '../ui/Icon.tsx';

/** Where an activity is shown: its consultation, below the language. */
export interface ActivityPlace {
  readonly activity: ActivityView;
  readonly consultation: { readonly slug: string; readonly title: string };
}

/** A counted result, as the kind's own `result` schema has it. */
export interface ResultPlace {
  readonly activity: { readonly id: string; readonly slug: string; readonly title: string };
  readonly consultation: ActivityPlace['consultation'];
  readonly result: unknown;
}

/** One line of « Ce que vous pouvez faire » on a consultation's page. */
export interface ActivityAct {
  readonly action: string;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly to: string;
}

/** A part of a screen; one whose code comes later (platform/lazy-part.tsx) is there before rendering where a loader calls `loadPart`. */
type Part<P> = ComponentType<P> & { preload?(): Promise<void> };

/** What a kind adds to the screens of the middle floor. */
export interface ActivityScreens {
  /** What the open actions of the activity let people do, in the order in which it is best done. */
  acts(place: ActivityPlace): readonly ActivityAct[];
  /** What `Preview` reads; named by the consultation page's loader, so that the first view holds it. */
  previewQueries(place: ActivityPlace): readonly PageQuery[];
  /** A few contributions on the consultation's page, with a link to all. */
  readonly Preview: ComponentType<ActivityPlace>;
  /** The result that the kind counts (its `count`, shortened by `shown`), on the page of results; absent where figures say it all. */
  readonly Result?: Part<ResultPlace>;
  /** Fields of the kind's settings inside the administrator's form. */
  readonly SettingsFields: Part<{ readonly settings: Readonly<Record<string, unknown>> }>;
  /** Reads the fields of `SettingsFields` as the kind's settings document. */
  settingsFrom(form: FormData): Readonly<Record<string, unknown>>;
  /** The kind and its actions in words, for the administrator's calendar. */
  readonly words: { readonly name: string; readonly explanation: string; readonly actions: Readonly<Record<string, string>> };
}

/** A kind's pages, as its `pages.ts` lists them. */
interface ActivityPages {
  /** The page at `/consultations/:slug/:activity`. */
  readonly activity: PageEntry['module'];
  /** By kind of contribution: the page at `/p/:key`, whose key is `<number>-<slug>`. */
  readonly contributions: Readonly<Record<string, PageEntry['module']>>;
  /** Pages with addresses of their own, such as the form that deposits a contribution. */
  readonly more: readonly PageEntry[];
  /** Where the author goes on with a draft; absent for kinds without drafts. */
  readonly draft?: (
    place: { readonly consultation: { readonly slug: string }; readonly activity: { readonly slug: string } },
    draftId: string,
  ) => string;
}

/** A kind of the site: its pages, which the router knows from the start, and its screens, loaded when one is needed. */
export interface SiteKind {
  readonly pages: ActivityPages;
  readonly screens: () => Promise<{ readonly screens: ActivityScreens; readonly moduleId?: string }>;
}
