import { reasonMaxLength, type AppealView, type ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useSettleAppeal } from '../queries.ts';
import { RuleField, ruleFrom } from './RuleField.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);
const outcomes = ['upheld', 'overturned'] as const;

interface AppealPartProps {
  found: ModerationCase;
  appeal: AppealView;
  onDecided: (decided: readonly string[]) => void;
}

/** An appeal in its author's words, and the form that settles it; whoever made the contested decision reads it and no more. */
export function AppealPart({ found, appeal, onDecided }: AppealPartProps) {
  const settle = useSettleAppeal(appeal.id);
  const say = useToast();
  const { rules } = found;
  return (
    <Card as="section" look="marked" aria-labelledby="recours">
      <h2 id="recours" className={styles.columnTitle}>
        {t('appeal.title')}
      </h2>
      <p className={styles.soft}>
        {t.rich('appeal.contested', { date: <DateText date={appeal.createdAt} form="time" />, name: appeal.contestedBy })}
      </p>
      <div className={styles.quote}>
        <LinkedText text={appeal.text} />
      </div>
      {!appeal.isForMe && <p>{t('appeal.other')}</p>}
      {appeal.isForMe && rules && (
        <Form
          problem={settle.error}
          aria-labelledby="recours"
          className={styles.appealForm}
          onSubmit={(values) =>
            settle.mutate(
              {
                outcome: values.choice('outcome', outcomes) ?? ('' as 'upheld'),
                rule: ruleFrom(values, rules.version),
                reason: values.text('reason'),
              },
              {
                onSuccess: () => {
                  say(t('appeal.done'));
                  onDecided([found.card.id]);
                },
              },
            )
          }
        >
          <RadioGroup
            name="outcome"
            label={t('appeal.outcome')}
            layout="cards"
            className={styles.acts}
            required
            options={[
              { value: 'upheld', label: t('appeal.upheld'), description: t('appeal.upheld.help'), kbd: 'R' },
              { value: 'overturned', label: t('appeal.overturned'), description: t('appeal.overturned.help'), kbd: 'T' },
            ]}
          />
          <RuleField rules={rules.rules} />
          <TextArea name="reason" label={t('decision.reason')} rows={3} max={reasonMaxLength} required />
          <div className={styles.submit}>
            <Button type="submit" wide loading={settle.isPending}>
              {t('appeal.do')}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}
