import type { Language } from '@parvis/shared/rules/words.ts';
import { LANG } from '../../platform/lang.ts';
import { useTownLang } from '../../platform/town-words.tsx';
import { classNames } from '../class-names.ts';
import { paragraphsOf, typeset, typesetHtml } from './typeset.ts';
import styles from './RichText.module.css';

interface RichTextProps {
  /** HTML that the server has cleaned (`cleanRichText`), never anything else. */
  html: string;
  size?: 'normal' | 'large';
  /** The language of the text, where it is stored with it; otherwise it is the town's. */
  lang?: Language;
}

/** A formatted text of the town: paragraphs, headings from h3, lists, links, quotes. */
export function RichText({ html, size = 'normal', lang }: RichTextProps) {
  const language = useTownLang(lang);
  return (
    <div
      className={classNames(styles.rich, styles[size])}
      lang={language}
      dangerouslySetInnerHTML={{ __html: typesetHtml(html, language ?? LANG) }}
    />
  );
}

/** What people wrote: plain text, in its paragraphs and lines. */
export function PlainText({ text, size = 'normal', lang }: { text: string; size?: 'normal' | 'large'; lang?: Language }) {
  const language = useTownLang(lang);
  return (
    <div className={classNames(styles.rich, styles[size])} lang={language}>
      {paragraphsOf(typeset(text, language ?? LANG)).map((lines, at) => (
        <p key={at}>
          {lines.map((line, number) => (
            <span key={number}>
              {number > 0 && <br />}
              {line}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
