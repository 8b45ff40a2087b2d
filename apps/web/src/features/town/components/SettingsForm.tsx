import { useMutation, useQueryClient } from '@tanstack/react-query';
import { saveTownSettings, type TownSettings } from '@parvis/shared/contracts/municipalities.ts';
import { languages } from '@parvis/shared/rules/words.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/form/CheckboxGroup.tsx';
import { ColourField } from '../../../ui/form/ColourField.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { townTimeZones } from '../../setup/index.ts';
import fr from '../messages/fr.json';
import { settingsQuery } from '../queries.ts';
import { ColourAdvice } from './ColourAdvice.tsx';
import { Saved } from './Saved.tsx';

const t = messagesOf(fr);

/** Name, colour, languages, address and mail of the town in one form: what every page shows. */
export function SettingsForm({ settings }: { settings: TownSettings }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (values: FormValues) =>
      call(saveTownSettings, {
        body: {
          name: values.text('name'),
          tagline: values.text('tagline'),
          population: values.number('population'),
          accent: values.text('accent'),
          languages: languages.filter((one) => values.list('languages').includes(one)),
          timeZone: values.text('timeZone'),
          host: values.optional('host'),
          mailFrom: values.optional('mailFrom'),
          mailReplyTo: values.optional('mailReplyTo'),
        },
      }),
    onSuccess: (saved) => client.setQueryData(settingsQuery.queryKey, saved),
  });
  const isListed = townTimeZones.some((zone) => zone.value === settings.timeZone);
  return (
    <Form onSubmit={save.mutate} problem={save.error} aria-label={t('title')}>
      <Fieldset legend={t('identity')}>
        <TextField name="name" label={t('name')} defaultValue={settings.name} required />
        <TextField name="tagline" label={t('tagline')} help={t('tagline.help')} defaultValue={settings.tagline} />
        <TextField
          name="population"
          type="number"
          label={t('population')}
          help={settings.inseeCode ? t('population.help', { code: settings.inseeCode }) : undefined}
          defaultValue={settings.population ?? ''}
          size="short"
        />
        <ColourField
          name="accent"
          label={t('accent')}
          help={t('accent.help')}
          defaultValue={settings.accent}
          advice={(colour, choose) => <ColourAdvice colour={colour} onChoose={choose} />}
          required
        />
      </Fieldset>
      <Fieldset legend={t('language')}>
        <CheckboxGroup
          name="languages"
          label={t('languages')}
          help={t('languages.help')}
          options={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
          defaultValue={settings.languages}
          layout="inline"
          required
        />
        <SelectField
          name="timeZone"
          label={t('time-zone')}
          help={t('time-zone.help')}
          options={isListed ? townTimeZones : [{ value: settings.timeZone, label: settings.timeZone }, ...townTimeZones]}
          defaultValue={settings.timeZone}
          required
        />
      </Fieldset>
      <Fieldset
        legend={t('address')}
        help={t('address.help', { address: settings.host ? settings.origin : `${settings.origin}/t/${settings.slug}` })}
      >
        <TextField
          name="host"
          label={t('host')}
          help={t('host.help')}
          defaultValue={settings.host ?? ''}
          spellCheck={false}
          inputMode="url"
        />
      </Fieldset>
      <Fieldset legend={t('mail')}>
        <TextField
          name="mailFrom"
          type="email"
          label={t('mail-from')}
          help={t('mail-from.help')}
          defaultValue={settings.mailFrom ?? ''}
          autoComplete="off"
        />
        <TextField
          name="mailReplyTo"
          type="email"
          label={t('mail-reply-to')}
          help={t('mail-reply-to.help')}
          defaultValue={settings.mailReplyTo ?? ''}
          autoComplete="off"
        />
      </Fieldset>
      <SubmitBar>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </SubmitBar>
      <Saved isSaved={save.isSuccess} />
    </Form>
  );
}
