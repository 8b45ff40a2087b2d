/**
 * SQL that gives a rule of moderation in the reader's language, or in the town's first where it is not written in that one.
 * @param rule alias of a row of `moderation_rules` or of its view
 * @param language the statement's parameter that holds the language
 */
export function ruleWords(rule: string, language: string): { readonly title: string; readonly body: string } {
  const word = (name: 'title' | 'body'): string => `coalesce(${rule}.texts #>> ARRAY[${language}::text, '${name}'], ${rule}.${name})`;
  return { title: word('title'), body: word('body') };
}
