import { useState } from 'react';
import { setUpTown, type Installation } from '@parvis/shared/contracts/installation.ts';
import type { Commune } from '@parvis/shared/contracts/municipalities.ts';
import { slugOf } from '@parvis/shared/rules/slug.ts';
import { languages } from '@parvis/shared/rules/words.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/form/CheckboxGroup.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';
import { useStep } from '../queries.ts';
import { townTimeZones } from '../time-zones.ts';
import { AddressFields } from './AddressFields.tsx';
import { CommuneSearch } from './CommuneSearch.tsx';

const t = messagesOf(fr);

/** What is known of the town before its form is filled: a commune of the official list, or nothing (`code` null). */
type Chosen = Pick<Commune, 'name'> & { readonly code: string | null; readonly about: string };

/** Which town this is, and where people reach it. */
export function TownStep({ installation, onDone }: { installation: Installation; onDone: () => void }) {
  const { town, publicUrl } = installation;
  const [chosen, setChosen] = useState<Chosen | null>(town && { code: town.inseeCode, name: town.name, about: '' });
  const save = useStep(
    (values: FormValues) =>
      call(setUpTown, {
        body: {
          inseeCode: chosen?.code ?? null,
          name: values.text('name'),
          tagline: values.text('tagline'),
          slug: values.text('slug'),
          host: values.text('place') === 'host' ? values.text('host') : null,
          timeZone: values.text('timeZone'),
          languages: languages.filter((one) => values.list('languages').includes(one)),
        },
      }),
    onDone,
  );
  if (!chosen) {
    return (
      <CommuneSearch
        onChoose={(commune) =>
          setChosen({
            code: commune.code,
            name: commune.name,
            about: t('town.about', { department: commune.department, count: commune.population }),
          })
        }
        onNone={() => setChosen({ code: null, name: '', about: '' })}
      />
    );
  }
  return (
    <Form onSubmit={save.mutate} problem={save.error}>
      <p>
        {chosen.code ? t('town.chosen', { name: chosen.name, code: chosen.code }) : t('town.none-chosen')} {chosen.about}{' '}
        <Button look="plain" size="small" onClick={() => setChosen(null)}>
          {t('town.change')}
        </Button>
      </p>
      <TextField
        key={chosen.name}
        name="name"
        label={t('town.name')}
        help={t('town.name.help')}
        defaultValue={chosen.name}
        size="medium"
        required
      />
      <TextField name="tagline" label={t('town.tagline')} help={t('town.tagline.help')} defaultValue={town?.tagline ?? ''} />
      <AddressFields publicUrl={publicUrl} slug={town?.slug ?? (chosen.name ? slugOf(chosen.name) : '')} host={town?.host ?? null} />
      <SelectField
        name="timeZone"
        label={t('town.time-zone')}
        options={townTimeZones}
        defaultValue={town?.timeZone ?? 'Europe/Paris'}
        required
      />
      <CheckboxGroup
        name="languages"
        label={t('town.languages')}
        help={t('town.languages.help')}
        options={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
        defaultValue={town?.languages ?? ['fr', 'en']}
        layout="inline"
        required
      />
      <SubmitBar>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
