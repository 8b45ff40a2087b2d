import { useRef, useState, type KeyboardEvent } from 'react';
import { reasonMaxLength, type ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import { isRestricting, stateAfter } from '@parvis/shared/rules/moderation.ts';
import type { DecisionAct } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useDecide } from '../queries.ts';
import { RuleField, ruleFrom } from './RuleField.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** The key of each decision; J and K walk the queue. */
const keys: Readonly<Record<DecisionAct, string>> = {
  keep: 'G',
  hide: 'R',
  restore: 'T',
  'ask-correction': 'C',
  lock: 'V',
  unlock: 'D',
  publish: 'P',
  refuse: 'X',
};
/** What is most often right comes first. */
const order: readonly DecisionAct[] = ['publish', 'restore', 'keep', 'ask-correction', 'hide', 'refuse', 'lock', 'unlock'];

interface DecisionFormProps {
  found: ModerationCase;
  rules: NonNullable<ModerationCase['rules']>;
  onDecided: (decided: readonly string[]) => void;
}

/** What to do, by which rule, why. Control and Enter decide from anywhere in the form. */
export function DecisionForm({ found, rules, onDecided }: DecisionFormProps) {
  const { card, possible, similar } = found;
  const [act, setAct] = useState<DecisionAct | null>(null);
  const decide = useDecide(card.id);
  const say = useToast();
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) box.current?.querySelector('form')?.requestSubmit();
  };
  if (possible.length === 0)
    return (
      <Card as="section">
        <h2 className={styles.columnTitle}>{t('decision.title')}</h2>
        <p>{t('decision.none')}</p>
      </Card>
    );
  return (
    <Card as="section" aria-labelledby="decision">
      <h2 id="decision" className={styles.columnTitle}>
        {t('decision.title')}
      </h2>
      <div ref={box} onKeyDown={onKeyDown}>
        <Form
          problem={decide.error}
          aria-labelledby="decision"
          onSubmit={(values) =>
            decide.mutate(
              {
                act: values.choice('act', possible) ?? ('' as DecisionAct),
                rule: ruleFrom(values, rules.version),
                reason: values.text('reason'),
                revision: card.states.revision,
                also: values.flag('also') ? similar.map((one) => one.id) : [],
              },
              {
                onSuccess: ({ decided }) => {
                  say(t('decision.done', { count: decided.length }));
                  onDecided(decided);
                },
              },
            )
          }
        >
          <RadioGroup
            name="act"
            label={t('decision.act')}
            layout="cards"
            className={styles.acts}
            required
            onChange={(value) => setAct(possible.find((one) => one === value) ?? null)}
            options={order
              .filter((one) => possible.includes(one))
              .map((one) => ({ value: one, label: t(`act.${one}`), description: t(`act.${one}.help`), kbd: keys[one] }))}
          />
          {!possible.includes('ask-correction') && stateAfter('ask-correction', card.states) && (
            <p className={styles.soft}>{t('decision.noCorrection')}</p>
          )}
          {similar.length > 0 && (
            <div className={styles.similar}>
              <p>{t('similar.title', { count: similar.length })}</p>
              <CheckboxField name="also" label={t('decision.also', { count: similar.length })} defaultChecked />
            </div>
          )}
          <RuleField rules={rules.rules} />
          <TextArea
            name="reason"
            label={t(act && !isRestricting(act) && act === 'keep' ? 'decision.reason.keep' : 'decision.reason')}
            help={act && !isRestricting(act) ? undefined : t('decision.reason.help')}
            rows={5}
            max={reasonMaxLength}
            required
          />
          <div className={styles.submit}>
            <Button type="submit" wide loading={decide.isPending}>
              {t('decision.do')}
            </Button>
          </div>
          {(act === null || isRestricting(act)) && <p className={styles.soft}>{t('decision.remedy')}</p>}
        </Form>
      </div>
    </Card>
  );
}
