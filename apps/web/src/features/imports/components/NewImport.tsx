import { useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '../../../platform/router/router.tsx';
import type { ImportMapping } from '@parvis/shared/contracts/imports.ts';
import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import { readyMappingNames as ready, readyMappings, type ReadyMapping } from '@parvis/shared/rules/imports/ready-mappings.ts';
import { slugOf } from '@parvis/shared/rules/slug.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Problem } from '../../../platform/problem.ts';
import { useTownLang } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';
import { placesQuery, sendImportFile, useStartImport } from '../queries.ts';

const t = messagesOf(fr);
const own = 'own';

/** The form that hands a file over to be read and checked. */
export function NewImport() {
  const { data: places } = useSuspenseQuery(placesQuery);
  const navigate = useNavigate();
  const start = useStartImport((started) => navigate(`/admin/imports/${started.id}`));
  const [chosen, choose] = useState<string>(ready[0]!);
  const [unreadable, setUnreadable] = useState<Problem | null>(null);
  if (places.items.length === 0)
    return (
      <EmptyState icon="upload" title={t('new.no-place')}>
        {t('new.no-place.detail')}
      </EmptyState>
    );
  const lang = useTownLang();
  const submit = (values: FormValues): void => {
    const mapping = mappingOf(values);
    setUnreadable(mapping ? null : wrongJson());
    // Without a file nothing is sent for it, so that the server says "required" and not that nothing is no id.
    if (mapping) start.mutate({ activityId: values.text('activityId'), fileId: values.files('fileId')[0]?.id as string, mapping });
  };
  return (
    <Form onSubmit={submit} problem={unreadable ?? start.error}>
      <SelectField
        name="activityId"
        label={t('new.place')}
        required
        options={places.items.map((one) => ({ value: one.activityId, label: `${one.consultation.title} · ${one.title}`, lang }))}
        defaultValue={places.items[0]!.activityId}
      />
      <RadioGroup
        name="mapping/ready"
        label={t('new.mapping')}
        required
        defaultValue={chosen}
        onChange={choose}
        options={[
          ...ready.map((one) => ({ value: one, label: t(`mapping.${one}`), description: t(`mapping.${one}.detail`) })),
          { value: own, label: t('mapping.own'), description: t('mapping.own.detail') },
        ]}
      />
      {chosen === own && <TextArea name="mapping" label={t('new.own')} help={t('new.own.help')} required rows={12} />}
      <TextField
        key={chosen}
        name="mapping/source"
        label={t('new.source')}
        help={t('new.source.help')}
        size="medium"
        required={chosen !== own}
        defaultValue={chosen === own ? '' : readyMappings[chosen as ReadyMapping].source}
      />
      <FileField
        name="fileId"
        label={t('new.file')}
        help={t('new.file.help')}
        required
        send={sendImportFile}
        maxBytes={fileRules.import.maxBytes}
        accept=".csv,.json,.jsonl,.ndjson,.gz,.txt,.tsv"
        alt={false}
      />
      <SubmitBar>
        <Button type="submit" icon="upload" loading={start.isPending}>
          {t('new.do')}
        </Button>
      </SubmitBar>
      <p>{t('new.nothing-public')}</p>
    </Form>
  );
}

/** The chosen mapping under its source's name; null when the own one is no JSON object. */
function mappingOf(values: FormValues): ImportMapping | null {
  const source = values.optional('mapping/source');
  const name = values.choice('mapping/ready', ready);
  const written: unknown = name ? readyMappings[name] : parse(values.text('mapping'));
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return null;
  return { ...written, ...(source && { source: slugOf(source) }) } as ImportMapping;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wrongJson(): Problem {
  return new Problem({
    status: 422,
    code: 'invalid-input',
    title: t('new.own.wrong'),
    detail: t('new.own.wrong.detail'),
    errors: [{ pointer: '#/mapping', code: 'not-valid', detail: t('new.own.wrong.detail') }],
  });
}
