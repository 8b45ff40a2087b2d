import type { AdminActivity } from '@parvis/shared/contracts/consultation-admin.ts';
import { phaseKinds, type Level, type PhaseKind } from '@parvis/shared/rules/words.ts';
import { screensOf } from '../../../activities/screens.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useTownLang } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { PhaseDraft } from '../calendar-drafts.ts';
import fr from '../messages/fr.json';
import { OpensFields } from './OpensFields.tsx';
import { TimeField } from './TimeField.tsx';
import styles from './PhaseFields.module.css';

const t = messagesOf(fr);

interface PhaseFieldsProps {
  phase: PhaseDraft;
  at: number;
  activities: readonly AdminActivity[];
  onChange: (change: Partial<PhaseDraft>) => void;
  onRemove: () => void;
}

/** One phase of the list: its name, its days, what it opens. */
export function PhaseFields({ phase, at, activities, onChange, onRemove }: PhaseFieldsProps) {
  const lang = useTownLang();
  const name = (field: string): string => `phases/${at}/${field}`;
  const toggle = (key: string, level: Level | null): void => {
    const { [key]: _, ...rest } = phase.opens;
    onChange({ opens: level === null ? rest : { ...rest, [key]: level } });
  };
  return (
    <div className={styles.phase} data-kind={phase.kind}>
      <Fieldset legend={t('phase.number', { number: at + 1, title: phase.title || t('phase.untitled') })}>
        <div className={styles.pair}>
          <TextField
            name={name('title')}
            lang={lang}
            label={t('field.phase.title')}
            required
            maxLength={80}
            defaultValue={phase.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
          <SelectField
            name={name('kind')}
            label={t('field.phase.kind')}
            required
            defaultValue={phase.kind}
            options={phaseKinds.map((one) => ({ value: one, label: t(`phase.${one}`) }))}
            onChange={(event) => onChange({ kind: event.target.value as PhaseKind })}
          />
        </div>
        <div className={styles.pair}>
          <DateField
            name={name('startsOn')}
            label={t('field.phase.from')}
            required
            defaultValue={phase.startsOn}
            onChange={(event) => onChange({ startsOn: event.target.value })}
          />
          <DateField
            name={name('endsOn')}
            label={t('field.phase.to')}
            help={t('field.phase.to.help')}
            defaultValue={phase.endsOn}
            onChange={(event) => onChange({ endsOn: event.target.value })}
          />
        </div>
        {activities.map(
          (activity) =>
            activity.offers.length > 0 && (
              <OpensFields
                key={activity.id}
                legend={activities.length > 1 ? t('phase.opens.of', { title: activity.title }) : t('phase.opens')}
                name={name('opens')}
                actions={activity.offers.map((action) => ({
                  key: `${activity.id} ${action}`,
                  label: screensOf(activity.kind)?.words.actions[action] ?? action,
                }))}
                opens={phase.opens}
                onToggle={toggle}
              />
            ),
        )}
        <Disclosure summary={t('phase.more')} open={phase.startsTime !== '' || phase.endsTime !== '' || phase.description !== ''}>
          <div className={styles.pair}>
            <TimeField
              name={name('startsTime')}
              label={t('field.phase.from.time')}
              defaultValue={phase.startsTime}
              onChange={(startsTime) => onChange({ startsTime })}
            />
            <TimeField
              name={name('endsTime')}
              label={t('field.phase.to.time')}
              defaultValue={phase.endsTime}
              onChange={(endsTime) => onChange({ endsTime })}
            />
          </div>
          <TextField
            name={name('description')}
            label={t('field.phase.description')}
            maxLength={500}
            defaultValue={phase.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        </Disclosure>
        <p>
          <Button look="plain" size="small" icon="trash" onClick={onRemove} aria-label={t('phase.remove.of', { title: phase.title })}>
            {t('phase.remove')}
          </Button>
        </p>
      </Fieldset>
    </div>
  );
}
