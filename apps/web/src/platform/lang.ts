import type { Language } from '@parvis/shared/rules/words.ts';

declare const __LANG__: Language;

/** The language of this build: the site is built once per language, so every message is a constant of the bundle. */
export const LANG: Language = __LANG__;
