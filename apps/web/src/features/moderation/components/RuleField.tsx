import { useState } from 'react';
import type { ModerationRule } from '@parvis/shared/contracts/legal.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords, useTownLang } from '../../../platform/town-words.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import fr from '../messages/fr.json';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** A rule of the version in force, with its words once it is chosen. */
export function RuleField({ rules }: { rules: readonly ModerationRule[] }) {
  const [number, setNumber] = useState('');
  const lang = useTownLang();
  const chosen = rules.find((rule) => String(rule.number) === number);
  return (
    <div>
      <SelectField
        name="rule/number"
        label={t('decision.rule')}
        required
        options={rules.map((rule) => ({ value: String(rule.number), label: `${rule.number}. ${rule.title}`, lang }))}
        onChange={(event) => setNumber(event.target.value)}
      />
      {chosen && (
        <p className={styles.ruleBody}>
          <TownWords>{chosen.body}</TownWords>
        </p>
      )}
    </div>
  );
}

/** The cited rule as the API takes it; without a number when none was chosen, which it refuses beside the field as missing. */
export function ruleFrom(values: FormValues, version: number): { version: number; number: number } {
  return { version, number: values.number('rule/number') ?? undefined! };
}
