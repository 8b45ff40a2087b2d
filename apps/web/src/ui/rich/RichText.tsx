import { LANG } from '../../platform/lang.ts';
import { classNames } from '../class-names.ts';
import { paragraphsOf, typeset, typesetHtml } from './typeset.ts';
import styles from './RichText.module.css';

interface RichTextProps {
  /** HTML that the server has cleaned (`cleanRichText`), never anything else. */
  html: string;
  size?: 'normal' | 'large';
  /** The language of the text, where it is not the page's. */
  lang?: string;
}

/** A formatted text of the town: paragraphs, headings from h3, lists, links, quotes. */
export function RichText({ html, size = 'normal', lang }: RichTextProps) {
  return <div className={classNames(styles.rich, styles[size])} lang={lang} dangerouslySetInnerHTML={{ __html: typesetHtml(html, LANG) }} />;
}

/** What people wrote: plain text, in its paragraphs and lines. */
export function PlainText({ text, size = 'normal', lang }: { text: string; size?: 'normal' | 'large'; lang?: string }) {
  return (
    <div className={classNames(styles.rich, styles[size])} lang={lang}>
      {paragraphsOf(typeset(text, LANG)).map((lines, at) => <p key={at}>{lines.map((line, number) => <span key={number}>{number > 0 && <br />}{line}</span>)}</p>)}
    </div>
  );
}
