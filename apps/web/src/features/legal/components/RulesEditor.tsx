import { useState } from 'react';
import type { EditedRule } from '@parvis/shared/contracts/legal.ts';
import type { Language } from '@parvis/shared/rules/words.ts';
import { LANG } from '../../../platform/lang.ts';
import { messagesOf } from '../../../platform/messages.ts';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import fr from '../messages/fr.json';
import styles from './RulesEditor.module.css';

const t = messagesOf(fr);

/** Most rules; nobody reads more. */
const maxRules = 40;

interface RuleRow extends EditedRule {
  readonly key: number;
}

/** The rules of moderation as numbered cards, in each language of the town; their numbers follow their order. Read with `rulesOf`. */
export function RulesEditor({ rules, languages }: { rules: readonly EditedRule[]; languages: readonly Language[] }) {
  const [list, setList] = useState<readonly RuleRow[]>(() => rules.map((rule, at) => ({ key: at, ...rule })));
  const [said, say] = useState('');
  const [first = 'fr', ...others] = languages;
  const isMany = others.length > 0;
  const move = (at: number, by: -1 | 1): void => {
    const next = [...list];
    const [moved] = next.splice(at, 1);
    next.splice(at + by, 0, moved!);
    setList(next);
    say(t('rules.moved', { number: at + by + 1 }));
  };
  const remove = (at: number): void => {
    setList(list.filter((_, other) => other !== at));
    say(t('rules.removed', { number: at + 1 }));
  };
  const add = (): void =>
    setList([
      ...list,
      {
        key: Math.max(-1, ...list.map((rule) => rule.key)) + 1,
        title: '',
        body: '',
        translations: others.map((language) => ({ language, title: '', body: '' })),
      },
    ]);
  return (
    <div className={styles.editor}>
      {isMany && <p>{t('rules.languages', { language: t(`rules.in.${first}`) })}</p>}
      <ol className={styles.rules}>
        {list.map((rule, at) => (
          <li key={rule.key} className={styles.rule}>
            <header className={styles.head}>
              <span className={styles.number}>{t('rules.number', { number: at + 1 })}</span>
              <span className={styles.acts}>
                <IconButton label={t('rules.up', { number: at + 1 })} disabled={at === 0} onClick={() => move(at, -1)} icon="up" />
                <IconButton
                  label={t('rules.down', { number: at + 1 })}
                  disabled={at === list.length - 1}
                  onClick={() => move(at, 1)}
                  icon="down"
                />
                <IconButton
                  label={t('rules.remove', { number: at + 1 })}
                  disabled={list.length === 1}
                  onClick={() => remove(at)}
                  icon="remove"
                />
              </span>
            </header>
            <Words name={`rules/${at}`} number={at + 1} language={isMany ? first : null} words={rule} required />
            {others.map((language, place) => (
              <Words
                key={language}
                name={`rules/${at}/translations/${place}`}
                number={at + 1}
                language={language}
                words={rule.translations.find((one) => one.language === language)}
              />
            ))}
          </li>
        ))}
      </ol>
      <p>
        <Button
          look="quiet"
          disabled={list.length >= maxRules}
          reason={list.length >= maxRules ? t('rules.full', { count: maxRules }) : undefined}
          onClick={add}
        >
          <Icon name="plus" /> {t('rules.add')}
        </Button>
      </p>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  );
}

interface WordsProps {
  readonly name: string;
  readonly number: number;
  /** Said beside the labels where a town has several; null where it has one. */
  readonly language: Language | null;
  readonly words: { readonly title: string; readonly body: string } | undefined;
  readonly required?: boolean;
}

/** Title and text of a rule in one language. */
function Words({ name, number, language, words, required = false }: WordsProps) {
  const lang = language && language !== LANG ? language : undefined;
  const label = (key: 'title' | 'body'): string =>
    language ? t(`rules.${key}.in`, { number, language: t(`rules.in.${language}`) }) : t(`rules.${key}`, { number });
  return (
    <div className={styles.words}>
      <TextField name={`${name}/title`} label={label('title')} lang={lang} defaultValue={words?.title ?? ''} required={required} />
      <TextArea
        name={`${name}/body`}
        label={label('body')}
        lang={lang}
        defaultValue={words?.body ?? ''}
        rows={3}
        max={2_000}
        required={required}
      />
    </div>
  );
}

const icons = { up: 'chevron-down', down: 'chevron-down', remove: 'trash' } as const;

function IconButton({
  label,
  icon,
  disabled,
  onClick,
}: {
  label: string;
  icon: keyof typeof icons;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className={styles[icon]} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icons[icon]} />
    </button>
  );
}

/** The rules that were typed, in their order, with the languages of the town in theirs. */
export function rulesOf(values: FormValues, [, ...others]: readonly Language[]): EditedRule[] {
  const words = (name: string): { title: string; body: string } => ({
    title: values.text(`${name}/title`),
    body: values.text(`${name}/body`),
  });
  const found: EditedRule[] = [];
  for (let at = 0; values.data.has(`rules/${at}/title`); at += 1) {
    found.push({
      ...words(`rules/${at}`),
      translations: others.map((language, place) => ({ language, ...words(`rules/${at}/translations/${place}`) })),
    });
  }
  return found;
}
