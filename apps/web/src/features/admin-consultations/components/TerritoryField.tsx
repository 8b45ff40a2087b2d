import { useState } from 'react';
import type { AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { readTerritory, type Territory } from '@parvis/shared/rules/territory.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { CheckboxGroup } from '../../../ui/form/CheckboxGroup.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);
const choices = ['whole', 'areas', 'outline'] as const;

/** The whole town, some of its quarters, or an outline of its own. Read with `territoryOf(values)`. */
export function TerritoryField({
  consultation: { areas, areaIds, territory },
}: {
  consultation: Pick<AdminConsultation, 'areas' | 'areaIds' | 'territory'>;
}) {
  const [where, setWhere] = useState<string>(areaIds.length > 0 ? 'areas' : territory ? 'outline' : 'whole');
  return (
    <>
      <RadioGroup
        name="where"
        label={t('field.where')}
        required
        defaultValue={where}
        onChange={setWhere}
        options={choices.map((one) => ({
          value: one,
          label: t(`where.${one}`),
          disabled: one === 'areas' && areas.length === 0,
          ...(one === 'areas' && areas.length === 0 && { description: t('where.areas.none') }),
        }))}
      />
      {where === 'areas' && (
        <CheckboxGroup
          name="areaIds"
          label={t('field.areas')}
          layout="inline"
          defaultValue={areaIds}
          options={areas.map((area) => ({ value: area.id, label: area.name }))}
        />
      )}
      {where === 'outline' && (
        <TextArea
          name="territory"
          label={t('field.outline')}
          help={t('field.outline.help')}
          rows={4}
          defaultValue={territory ? JSON.stringify(territory) : ''}
        />
      )}
    </>
  );
}

/** What the request says of the place. What is no GeoJSON goes as it is: the server says so beside the field. */
export function territoryOf(values: FormValues): { areaIds: string[]; territory: Territory | string | null } {
  const where = values.choice('where', choices);
  if (where === 'areas') return { areaIds: values.list('areaIds'), territory: null };
  if (where !== 'outline' || values.text('territory').trim() === '') return { areaIds: [], territory: null };
  try {
    const read = readTerritory(JSON.parse(values.text('territory')));
    return { areaIds: [], territory: 'territory' in read ? read.territory : values.text('territory') };
  } catch {
    return { areaIds: [], territory: values.text('territory') };
  }
}
