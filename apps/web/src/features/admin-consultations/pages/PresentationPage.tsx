import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useParams } from '../../../platform/router/router.tsx';
import { savePresentation } from '@parvis/shared/contracts/consultation-admin.ts';
import { consultationVisibilities } from '@parvis/shared/rules/words.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { RichTextField } from '../../../ui/rich/RichTextField.tsx';
import { DocumentsField, documentsOf } from '../components/DocumentsField.tsx';
import { EditorFrame } from '../components/EditorFrame.tsx';
import { SaveBar, useAfterSaving } from '../components/SaveBar.tsx';
import { TerritoryField, territoryOf } from '../components/TerritoryField.tsx';
import fr from '../messages/fr.json';
import { adminQuery, useEditing } from '../queries.ts';
import { sendAs } from '../send-file.ts';
import styles from './PresentationPage.module.css';

const t = messagesOf(fr);

function PresentationPage() {
  const { id = '' } = useParams();
  const { data: consultation } = useSuspenseQuery(adminQuery(id));
  const readAt = useRef(consultation.updatedAt);
  const after = useAfterSaving('presentation');
  const save = useEditing((values: FormValues) => {
    const [cover] = values.files('cover');
    return call(savePresentation, {
      params: { consultationId: id },
      body: {
        title: values.text('title'),
        slug: values.text('slug'),
        question: values.text('question'),
        summary: values.text('summary'),
        bodyHtml: values.text('bodyHtml'),
        cover: cover ? { fileId: cover.id, alt: cover.alt } : null,
        documents: documentsOf(values),
        decidedBy: values.text('decidedBy'),
        decidedOn: values.optional('decidedOn'),
        whatThen: values.text('whatThen'),
        contact: values.text('contact'),
        responseDelayDays: values.number('responseDelayDays') ?? 0,
        ...territoryOf(values),
        visibility: values.choice('visibility', consultationVisibilities) ?? consultation.visibility,
        reason: values.text('reason'),
        updatedAt: readAt.current,
      },
    });
  });
  const {
    title,
    slug,
    question,
    summary,
    bodyHtml,
    decidedBy,
    decidedOn,
    whatThen,
    responseDelayDays,
    contact,
    cover,
    documents,
    visibility,
    state,
  } = consultation;
  const isFixed = state !== 'draft';
  return (
    <EditorFrame consultation={consultation} section="presentation">
      <Form
        problem={save.error}
        className={styles.form}
        aria-label={t('section.presentation')}
        onSubmit={(values) =>
          save.mutate(values, {
            onSuccess: (saved) => {
              readAt.current = saved.updatedAt;
              after(id, values);
            },
          })
        }
      >
        <Fieldset legend={t('part.what')}>
          <TextField name="title" label={t('field.title')} help={t('field.title.help')} required maxLength={140} defaultValue={title} />
          <TextField
            name="question"
            label={t('field.question')}
            help={t('field.question.help')}
            required
            maxLength={300}
            defaultValue={question}
          />
          <TextArea name="summary" label={t('field.summary')} help={t('field.summary.help')} max={600} rows={3} defaultValue={summary} />
          <RichTextField
            name="bodyHtml"
            label={t('field.body')}
            help={t('field.body.help')}
            max={20_000}
            rows={10}
            defaultValue={bodyHtml}
          />
        </Fieldset>
        <Fieldset legend={t('part.decision')} help={t('part.decision.help')}>
          <TextField
            name="decidedBy"
            label={t('field.decidedBy')}
            help={t('field.decidedBy.help')}
            required
            maxLength={200}
            defaultValue={decidedBy}
          />
          <DateField name="decidedOn" label={t('field.decidedOn')} required defaultValue={decidedOn} />
          <TextArea
            name="whatThen"
            label={t('field.whatThen')}
            help={t('field.whatThen.help')}
            required
            max={1_000}
            rows={3}
            defaultValue={whatThen}
          />
          <TextField
            name="responseDelayDays"
            type="number"
            size="short"
            unit={t('unit.days')}
            label={t('field.delay')}
            help={t('field.delay.help')}
            required
            defaultValue={responseDelayDays}
          />
          <TextArea name="contact" label={t('field.contact')} help={t('field.contact.help')} max={300} rows={2} defaultValue={contact} />
        </Fieldset>
        <Fieldset legend={t('part.pictures')}>
          <FileField
            name="cover"
            label={t('field.cover')}
            help={t('field.cover.help')}
            accept="image/jpeg,image/png,image/webp"
            send={sendAs('cover')}
            maxBytes={12_000_000}
            defaultValue={cover ? [{ id: cover.fileId, name: cover.name, mediaType: 'image/jpeg', alt: cover.alt, url: cover.url }] : []}
          />
          <DocumentsField documents={documents} />
        </Fieldset>
        <Fieldset legend={t('part.who')}>
          <RadioGroup
            name="visibility"
            label={t('field.visibility')}
            layout="cards"
            defaultValue={visibility}
            required
            options={consultationVisibilities.map((one) => ({
              value: one,
              label: t(`visibility.${one}`),
              description: isFixed && one !== visibility ? t('visibility.fixed') : t(`visibility.${one}.detail`),
              disabled: isFixed && one !== visibility,
            }))}
          />
          <TerritoryField consultation={consultation} />
        </Fieldset>
        <Disclosure summary={t('part.address')}>
          <TextField
            name="slug"
            label={t('field.slug')}
            help={t(isFixed ? 'field.slug.help.kept' : 'field.slug.help')}
            required
            maxLength={80}
            defaultValue={slug}
            spellCheck={false}
          />
        </Disclosure>
        <SaveBar consultation={consultation} section="presentation" loading={save.isPending} />
      </Form>
    </EditorFrame>
  );
}

export default definePage({
  needs: ['administrator'],
  load: ({ params }) => [adminQuery(params['id'] ?? '')],
  head: ({ params, read }) => ({ title: `${t('section.presentation')} – ${read(adminQuery(params['id'] ?? '')).title}`, unlisted: true }),
  Page: PresentationPage,
});
