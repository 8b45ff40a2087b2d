export { cleanRichText } from './clean-rich-text.ts';
export { htmlOfPlain } from '@parvis/shared/rules/rich-text.ts';
export { plainWords } from '@parvis/shared/rules/plain-words.ts';
export { slugOf } from '@parvis/shared/rules/slug.ts';
