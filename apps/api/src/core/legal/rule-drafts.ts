import type { EditedRule, RulesInput } from '@parvis/shared/contracts/legal.ts';
import type { Language } from '@parvis/shared/rules/words.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import type { RuleTexts, WrittenRule } from './rules.queries.ts';
import { rulesTemplate } from './templates.ts';

/** Published rules as they are edited: the first language, then each other one of the town, '' where it is not written. */
export function editedRules(rules: readonly WrittenRule[], [first, ...others]: readonly Language[]): EditedRule[] {
  return rules.map((rule) => {
    const { title, body } = (first && rule.texts[first]) ?? rule;
    return { title, body, translations: others.map((language) => ({ language, ...(rule.texts[language] ?? { title: '', body: '' }) })) };
  });
}

/** The template in every language of the town. */
export function templateRules([first = 'fr', ...others]: readonly Language[]): EditedRule[] {
  const translated = others.map((language) => ({ language, rules: rulesTemplate(language) }));
  return rulesTemplate(first).map((rule, at) => ({
    ...rule,
    translations: translated.map(({ language, rules }) => ({ language, ...(rules[at] ?? { title: '', body: '' }) })),
  }));
}

/** What was typed, as it is published. @throws InvalidInput for a translation into a language that the town has not, or that is there twice */
export function writtenRules(rules: RulesInput, [first = 'fr', ...others]: readonly Language[]): WrittenRule[] {
  return rules.map(({ title, body, translations = [] }, at) => {
    const texts: Partial<Record<Language, RuleTexts[Language]>> = { [first]: { title, body } };
    for (const [place, { language, ...words }] of translations.entries()) {
      if (!others.includes(language) || texts[language])
        throw new InvalidInput([{ pointer: `#/rules/${at}/translations/${place}/language`, code: 'not-found' }]);
      if (words.title !== '') texts[language] = words;
    }
    return { title, body, texts };
  });
}
