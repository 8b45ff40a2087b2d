import { useState } from 'react';
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

interface EditedRule { readonly key: number; readonly title: string; readonly body: string }

/** The rules of moderation as numbered cards; their numbers follow their order. Read with `rulesOf`. */
export function RulesEditor({ rules }: { rules: readonly { title: string; body: string }[] }) {
  const [list, setList] = useState<readonly EditedRule[]>(() => rules.map((rule, at) => ({ key: at, ...rule })));
  const [said, say] = useState('');
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
  const add = (): void => setList([...list, { key: Math.max(-1, ...list.map((rule) => rule.key)) + 1, title: '', body: '' }]);
  return (
    <div className={styles.editor}>
      <ol className={styles.rules}>
        {list.map((rule, at) => (
          <li key={rule.key} className={styles.rule}>
            <header className={styles.head}>
              <span className={styles.number}>{t('rules.number', { number: at + 1 })}</span>
              <span className={styles.acts}>
                <IconButton label={t('rules.up', { number: at + 1 })} disabled={at === 0} onClick={() => move(at, -1)} icon="up" />
                <IconButton label={t('rules.down', { number: at + 1 })} disabled={at === list.length - 1} onClick={() => move(at, 1)} icon="down" />
                <IconButton label={t('rules.remove', { number: at + 1 })} disabled={list.length === 1} onClick={() => remove(at)} icon="remove" />
              </span>
            </header>
            <TextField name={`rules/${at}/title`} label={t('rules.title', { number: at + 1 })} defaultValue={rule.title} required />
            <TextArea name={`rules/${at}/body`} label={t('rules.body', { number: at + 1 })} defaultValue={rule.body} rows={3} max={2_000} required />
          </li>
        ))}
      </ol>
      <p><Button look="quiet" disabled={list.length >= maxRules} reason={list.length >= maxRules ? t('rules.full', { count: maxRules }) : undefined} onClick={add}><Icon name="plus" /> {t('rules.add')}</Button></p>
      <VisuallyHidden><span role="status">{said}</span></VisuallyHidden>
    </div>
  );
}

const icons = { up: 'chevron-down', down: 'chevron-down', remove: 'trash' } as const;

function IconButton({ label, icon, disabled, onClick }: { label: string; icon: keyof typeof icons; disabled: boolean; onClick: () => void }) {
  return <button type="button" className={styles[icon]} aria-label={label} title={label} disabled={disabled} onClick={onClick}><Icon name={icons[icon]} /></button>;
}

/** The rules that were typed, in their order. */
export function rulesOf(values: FormValues): { title: string; body: string }[] {
  const found: { title: string; body: string }[] = [];
  for (let at = 0; values.data.has(`rules/${at}/title`); at += 1) found.push({ title: values.text(`rules/${at}/title`), body: values.text(`rules/${at}/body`) });
  return found;
}
