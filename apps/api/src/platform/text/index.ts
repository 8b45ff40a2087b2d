export { cleanRichText, type CleanText } from './clean-rich-text.ts';
export { htmlOfPlain, plainOf } from '@parvis/shared/rules/rich-text.ts';
export { plainWords } from '@parvis/shared/rules/plain-words.ts';
export { slugOf } from '@parvis/shared/rules/slug.ts';
