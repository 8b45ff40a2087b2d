import { LANG } from '../../platform/lang.ts';
import { useSite } from '../../platform/site.tsx';

const names = { fr: 'Français', en: 'English' } as const;

/** The same page in the town's other languages. A whole page load: each language is its own build. */
export function LanguageSwitch({ path }: { path: string }) {
  const { town, base } = useSite();
  return (town?.languages ?? [])
    .filter((language) => language !== LANG)
    .map((language) => (
      <a key={language} href={`${base}/${language}${path}`} hrefLang={language} lang={language}>
        {names[language]}
      </a>
    ));
}
