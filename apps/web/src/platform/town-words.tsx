import type { ReactNode } from 'react';
import type { Language } from '@parvis/shared/rules/words.ts';
import { typeset } from '../ui/rich/typeset.ts';
import { LANG } from './lang.ts';
import { useSite } from './site.tsx';

/**
 * The language of what people and the town wrote, for `lang` (WCAG 3.1.2): a screen reader would read French words with English sounds.
 * It is the one `stored` with the text, or else the town's first; undefined where it is the page's own.
 */
export function useTownLang(stored?: Language): Language | undefined {
  const first = useSite().town?.languages[0];
  const language = stored ?? first;
  return language === LANG ? undefined : language;
}

/**
 * Words that people or the town wrote, inside a sentence, a title or a link of the page. Nothing around them where the language is the page's;
 * set as that language is printed (`typeset`), so that no line begins with a lonely “?”.
 */
export function TownWords({ children, lang }: { children: ReactNode; lang?: Language }) {
  const language = useTownLang(lang);
  const words = typeof children === 'string' ? typeset(children, language ?? LANG) : children;
  return language && words ? <span lang={language}>{words}</span> : words;
}
