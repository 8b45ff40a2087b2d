import { Fragment } from 'react';
import { linkParts } from '@parvis/shared/rules/link-text.ts';
import { LANG } from '../platform/lang.ts';
import { useTownLang } from '../platform/town-words.tsx';
import { typeset } from './rich/typeset.ts';
import styles from './LinkedText.module.css';

/** Plain text that somebody typed: line breaks kept, an empty line parts paragraphs, web addresses can be followed. Never HTML. */
export function LinkedText({ text }: { text: string }) {
  const lang = useTownLang();
  return (
    <div className={styles.text} lang={lang}>
      {text.split(/\n[ \t]*\n\s*/).map((paragraph, at) => (
        <p key={at}>
          {linkParts(paragraph).map((part, place) => (
            <Fragment key={place}>
              {part.href ? (
                <a href={part.href} rel="nofollow ugc noopener noreferrer">
                  {part.text}
                </a>
              ) : (
                typeset(part.text, lang ?? LANG)
              )}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}
