import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import { isInside } from '@parvis/shared/rules/territory.ts';
import { maxTitle, type PictureView } from '@parvis/shared/activities/proposals/contract.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useViewer } from '../../../platform/site.tsx';
import { useTownLang } from '../../../platform/town-words.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { SendFile } from '../../../ui/form/use-uploads.ts';
import { MapPicker } from '../../../ui/map/MapPicker.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { RichTextField } from '../../../ui/rich/RichTextField.tsx';
import type { Written } from './draft.ts';
import fr from './messages/fr.json';
import { territoryQuery } from '../queries.ts';
import type { ProposalSettings } from '../settings.ts';

const t = messagesOf(fr);

const send: SendFile = (file, onProgress, signal) =>
  call(uploadFile, { query: { purpose: 'picture' }, body: file, fileName: file.name, onProgress, signal });

interface ProposalFieldsProps {
  settings: ProposalSettings;
  begin: Written;
  pictures: readonly PictureView[];
  /** Hears each change of the title, for similar proposals. */
  onTitle?: (title: string) => void;
  /** Shown below the title. */
  afterTitle?: React.ReactNode;
}

/** Every field of a proposal that the settings ask for. */
export function ProposalFields({ settings, begin, pictures, onTitle, afterTitle }: ProposalFieldsProps) {
  const viewer = useViewer();
  const lang = useTownLang();
  const { data: town } = useQuery(territoryQuery);
  const [point, setPoint] = useState(begin.point);
  const isOutside = point !== null && town?.territory != null && !isInside(town.territory, point);
  const isPlaceAsked = settings.place === 'required';
  return (
    <>
      <TextField
        name="title"
        label={t('write.title')}
        help={t('write.title.help')}
        required
        maxLength={maxTitle}
        defaultValue={begin.title}
        onChange={(event) => onTitle?.(event.target.value)}
        autoComplete="off"
      />
      {afterTitle}
      <RichTextField
        name="bodyHtml"
        label={t('write.body')}
        help={t('write.body.help')}
        required
        max={settings.maxLength}
        defaultValue={begin.bodyHtml}
        rows={9}
      />
      {settings.categories.length > 0 && (
        <SelectField
          name="categoryId"
          label={t('write.category')}
          required
          defaultValue={begin.categoryId}
          options={settings.categories.map((one) => ({ value: one.id, label: one.name, lang }))}
          size="medium"
        />
      )}
      {settings.place !== 'none' && (
        <>
          <TextField
            name="address"
            label={t('write.address')}
            help={t('write.address.help')}
            required={isPlaceAsked}
            maxLength={200}
            defaultValue={begin.address}
            autoComplete="off"
          />
          <MapPicker
            name="point"
            label={t('write.point')}
            help={t('write.point.help')}
            outline={town?.territory ?? null}
            defaultValue={begin.point}
            onChange={setPoint}
          />
          {isOutside && (
            <Notice tone="wait" role="status">
              {t('write.outside')}
            </Notice>
          )}
          {town && town.areas.length > 0 && !point && (
            <SelectField
              name="areaId"
              label={t('write.area')}
              defaultValue={begin.areaId}
              empty={t('write.area.none')}
              options={town.areas.map((one) => ({ value: one.id, label: one.name, lang }))}
              size="medium"
            />
          )}
        </>
      )}
      {settings.pictures > 0 &&
        (viewer ? (
          <FileField
            name="pictures"
            label={t('write.pictures')}
            help={t('write.pictures.help', { count: settings.pictures })}
            send={send}
            accept="image/*"
            max={settings.pictures}
            maxBytes={fileRules.picture.maxBytes}
            defaultValue={pictures.map((one) => ({
              id: one.fileId,
              url: one.url,
              name: one.alt || t('write.picture'),
              alt: one.alt,
              mediaType: 'image/webp',
            }))}
          />
        ) : (
          <Notice>{t('write.pictures.later')}</Notice>
        ))}
    </>
  );
}
