import { useState } from 'react';
import { contrast, isReadableAccent, readableAccent } from '@parvis/shared/rules/theme.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Problem } from '../../../platform/problem.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { CheckboxGroup } from '../../../ui/form/CheckboxGroup.tsx';
import { ColourField } from '../../../ui/form/ColourField.tsx';
import { DateField, DateTimeField } from '../../../ui/form/DateField.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { SentFile } from '../../../ui/form/use-uploads.ts';
import { RichTextField } from '../../../ui/rich/RichTextField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ShortcutsSwitch } from '../../../ui/ShortcutsSwitch.tsx';
import { Grid, Stack } from '../../../ui/Stack.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);
const quarters = ['quarter.a', 'quarter.b', 'quarter.c'] as const;
const wrong = new Problem({
  status: 422,
  code: 'invalid-input',
  title: t('problem.title'),
  detail: t('problem.detail'),
  errors: [
    { pointer: '#/title', code: 'required', detail: t('error.required') },
    { pointer: '#/themes', code: 'too-few', detail: t('error.few') },
    { pointer: '#/address/town', code: 'required', detail: t('error.required') },
  ],
});

/** A file that is "sent" nowhere: half at once, the rest when the reader looks again. */
async function keep(file: File, onProgress: (share: number) => void): Promise<SentFile> {
  onProgress(0.5);
  return { id: file.name, mediaType: file.type };
}

/** Every field, as it is and with its errors. Sending the form shows the errors. */
export function FormSamples() {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <Section title={t('forms')} lead={t('forms.lead')} look="band">
      <Grid columns={2}>
        <Card>
          <Form onSubmit={() => setProblem(wrong)} problem={problem} draft="sample" aria-label={t('forms')}>
            <TextField name="title" label={t('field.title')} help={t('field.title.help')} required />
            <TextArea name="text" label={t('field.text')} max={300} required defaultValue={t('text.short')} />
            <RichTextField name="body" label={t('field.rich')} max={2000} defaultValue={t('text.html')} />
            <SelectField
              name="quarter"
              label={t('field.quarter')}
              options={quarters.map((quarter) => ({ value: quarter, label: t(quarter) }))}
              empty={t('field.quarter.all')}
            />
            <CheckboxGroup
              name="themes"
              label={t('field.themes')}
              required
              options={[
                { value: 'a', label: t('theme.a') },
                { value: 'b', label: t('theme.b'), description: t('theme.b.help') },
                { value: 'c', label: t('theme.c'), disabled: true },
              ]}
            />
            <RadioGroup
              name="size"
              label={t('field.size')}
              layout="inline"
              options={quarters.map((quarter) => ({ value: quarter, label: t(quarter) }))}
              defaultValue="quarter.a"
            />
            <Fieldset legend={t('field.address')} name="address">
              <TextField name="address/street" label={t('field.street')} autoComplete="street-address" />
              <TextField name="address/town" label={t('field.town')} size="medium" required />
            </Fieldset>
            <CheckboxField name="agree" label={t('field.agree')} help={t('field.agree.help')} required />
            <SubmitBar>
              <Button type="submit">{t('send')}</Button>
              <Button look="plain" onClick={() => setProblem(null)}>
                {t('cancel')}
              </Button>
            </SubmitBar>
          </Form>
        </Card>
        <Stack gap={5}>
          <Card>
            <Form onSubmit={() => setProblem(wrong)} warn={false} aria-label={t('decision')}>
              <RadioGroup
                name="act"
                label={t('decision')}
                required
                layout="cards"
                defaultValue="b"
                options={[
                  { value: 'a', label: t('decision.keep'), description: t('decision.keep.help'), kbd: 'G' },
                  { value: 'b', label: t('decision.ask'), description: t('decision.ask.help'), kbd: 'C' },
                  { value: 'c', label: t('decision.hide'), description: t('decision.hide.help'), disabled: true },
                ]}
              />
              <ShortcutsSwitch />
            </Form>
          </Card>
          <Card>
            <Form onSubmit={() => setProblem(wrong)} warn={false} aria-label={t('fields.other')}>
              <DateField name="day" label={t('field.day')} />
              <DateTimeField
                name="opensAt"
                label={t('field.opens')}
                help={t('field.opens.help')}
                defaultValue="2026-12-15T08:00:00Z"
                required
              />
              <FileField
                name="photos"
                label={t('field.photos')}
                help={t('field.photos.help')}
                accept="image/*"
                max={3}
                maxBytes={10_000_000}
                send={keep}
                defaultValue={[{ id: 'y', name: 'place-du-marche.jpg', mediaType: 'image/jpeg', alt: '' }]}
              />
              <ColourField
                name="accent"
                label={t('field.colour')}
                defaultValue="#d9a400"
                advice={(colour, choose) =>
                  isReadableAccent(colour) ? (
                    t('colour.good', { contrast: contrast(colour, '#ffffff').toFixed(1) })
                  ) : (
                    <>
                      {t('colour.pale')}{' '}
                      <Button size="small" look="plain" onClick={() => choose(readableAccent(colour))}>
                        {t('colour.take', { colour: readableAccent(colour) })}
                      </Button>
                    </>
                  )
                }
              />
              <TextField name="password" type="password" label={t('field.password')} autoComplete="new-password" required />
              <TextField name="amount" type="number" label={t('field.amount')} unit="€" size="short" />
              <TextField name="code" label={t('field.fixed')} defaultValue="saint-aubin" readOnly />
            </Form>
          </Card>
        </Stack>
      </Grid>
      <Stack>
        <span />
        <Form onSubmit={() => setProblem(wrong)} warn={false} layout="row" aria-label={t('filters')}>
          <TextField name="q" type="search" label={t('filter.words')} required />
          <SelectField
            name="order"
            label={t('filter.order')}
            required
            defaultValue="a"
            options={[{ value: 'a', label: t('filter.newest') }]}
          />
          <Button type="submit" look="quiet" icon="search">
            {t('filter.do')}
          </Button>
        </Form>
      </Stack>
    </Section>
  );
}
