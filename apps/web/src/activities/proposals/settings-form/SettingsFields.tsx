import { useState } from 'react';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from './messages/fr.json';
import { settingsOf, type ProposalSettings } from '../settings.ts';

const t = messagesOf(fr);
const words: readonly ProposalSettings['word'][] = ['proposal', 'idea', 'project', 'contribution'];
const places: readonly ProposalSettings['place'][] = ['required', 'optional', 'none'];

/** What an administrator decides for a call for proposals. */
export function SettingsFields({ settings: raw }: { settings: Readonly<Record<string, unknown>> }) {
  const settings = settingsOf({ settings: raw });
  const [rows, setRows] = useState(() => Math.max(2, (settings.categories?.length ?? 0) + 1));
  return (
    <>
      <SelectField
        name="settings/word"
        label={t('settings.word')}
        help={t('settings.word.help')}
        required
        defaultValue={settings.word}
        options={words.map((one) => ({ value: one, label: t(`word.${one}`) }))}
        size="medium"
      />
      <Fieldset legend={t('settings.categories')} help={t('settings.categories.help')}>
        {Array.from({ length: rows }, (_, at) => (
          <div key={at}>
            <input type="hidden" name={`settings/categories/${at}/id`} value={settings.categories?.[at]?.id ?? ''} />
            <TextField
              name={`settings/categories/${at}/name`}
              label={t('settings.category', { number: at + 1 })}
              hideLabel
              maxLength={80}
              defaultValue={settings.categories?.[at]?.name ?? ''}
            />
          </div>
        ))}
        {rows < 30 && (
          <div>
            <Button look="plain" size="small" icon="plus" onClick={() => setRows(rows + 1)}>
              {t('settings.category.add')}
            </Button>
          </div>
        )}
      </Fieldset>
      <TextField
        name="settings/maxLength"
        type="number"
        size="short"
        label={t('settings.length')}
        help={t('settings.length.help')}
        required
        defaultValue={String(settings.maxLength)}
      />
      <RadioGroup
        name="settings/place"
        label={t('settings.place')}
        required
        layout="inline"
        defaultValue={settings.place}
        options={places.map((one) => ({ value: one, label: t(`settings.place.${one}`) }))}
      />
      <TextField
        name="settings/pictures"
        type="number"
        size="short"
        label={t('settings.pictures')}
        help={t('settings.pictures.help')}
        required
        defaultValue={String(settings.pictures)}
      />
      <CheckboxField name="settings/supports" label={t('settings.supports')} defaultChecked={settings.supports} />
      <CheckboxField name="settings/comments" label={t('settings.comments')} defaultChecked={settings.comments} />
      <RadioGroup
        name="settings/moderation"
        label={t('settings.moderation')}
        required
        defaultValue={settings.moderation}
        options={(['after', 'before'] as const).map((one) => ({
          value: one,
          label: t(`settings.moderation.${one}`),
          description: t(`settings.moderation.${one}.help`),
        }))}
      />
    </>
  );
}
