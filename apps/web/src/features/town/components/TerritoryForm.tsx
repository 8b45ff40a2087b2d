import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { maxGeoJsonBytes, removeAreas, removeTerritory, saveAreas, saveTerritory } from '@parvis/shared/contracts/municipalities.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { territoryQuery } from '../queries.ts';

const t = messagesOf(fr);
const routes = { territory: { save: saveTerritory, remove: removeTerritory }, areas: { save: saveAreas, remove: removeAreas } } as const;

/** The outline or the quarters, as a GeoJSON file or pasted. The server reads it and says what is wrong. */
export function TerritoryForm({ kind, isThere }: { kind: 'territory' | 'areas'; isThere: boolean }) {
  const client = useQueryClient();
  const say = useToast();
  const [changes, setChanges] = useState(0); // an answered form begins anew
  const { save, remove } = routes[kind];
  const chosen = useRef(new Map<string, File>()); // it goes with the form: it is read, not kept
  const keep = (file: File): Promise<{ id: string }> => {
    const id = `${file.name} ${chosen.current.size}`;
    chosen.current.set(id, file);
    return Promise.resolve({ id });
  };
  const fileOf = (values: FormValues): Blob =>
    chosen.current.get(values.files('file')[0]?.id ?? '') ?? new Blob([values.text('pasted')], { type: 'application/geo+json' });
  const change = useMutation({
    mutationFn: (values: FormValues | null) => (values ? call(save, { body: fileOf(values), fileName: `${kind}.geojson` }) : call(remove)),
    onSuccess: (territory, values) => {
      client.setQueryData(territoryQuery.queryKey, territory);
      setChanges((count) => count + 1);
      say(t(values ? `${kind}.saved` : `${kind}.removed`));
    },
  });
  return (
    <Form key={changes} onSubmit={change.mutate} problem={change.error} aria-label={t(`${kind}.title`)}>
      <FileField
        name="file"
        label={t(`${kind}.file`)}
        help={t('geojson.help')}
        accept=".geojson,.json,application/geo+json,application/json"
        maxBytes={maxGeoJsonBytes}
        alt={false}
        send={keep}
        required
      />
      <Disclosure summary={t('geojson.paste')}>
        <TextArea name="pasted" label={t('geojson.pasted')} rows={5} />
      </Disclosure>
      <SubmitBar>
        <Button type="submit" look="quiet" loading={change.isPending}>
          {t(`${kind}.save`)}
        </Button>
        {isThere && (
          <Button look="plain" onClick={() => change.mutate(null)}>
            {t(`${kind}.remove`)}
          </Button>
        )}
      </SubmitBar>
    </Form>
  );
}
