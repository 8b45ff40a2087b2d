import { useMutation, useQueryClient } from '@tanstack/react-query';
import { uploadFile, type FileView } from '@parvis/shared/contracts/files.ts';
import { saveTownArms } from '@parvis/shared/contracts/municipalities.ts';
import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import fr from '../messages/fr.json';
import { settingsQuery } from '../queries.ts';
import { Saved } from './Saved.tsx';

const t = messagesOf(fr);
const { accept, maxBytes } = fileRules.arms;

/** The picture beside the town's name. Decorative: the name stands beside it, so no words are asked for it. */
export function ArmsForm({ arms }: { arms: FileView | null }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (values: FormValues) => call(saveTownArms, { body: { fileId: values.files('fileId')[0]?.id ?? null } }),
    onSuccess: (saved) => client.setQueryData(settingsQuery.queryKey, saved),
  });
  return (
    <Form onSubmit={save.mutate} problem={save.error} aria-label={t('arms.title')}>
      <FileField
        name="fileId"
        label={t('arms.file')}
        help={t('arms.file.help')}
        accept={accept.join(',')}
        maxBytes={maxBytes}
        alt={false}
        defaultValue={arms ? [arms] : []}
        send={(file, onProgress, signal) =>
          call(uploadFile, { query: { purpose: 'arms' }, body: file, fileName: file.name, onProgress, signal })
        }
      />
      <SubmitBar>
        <Button type="submit" look="quiet" loading={save.isPending}>
          {t('arms.save')}
        </Button>
      </SubmitBar>
      <Saved isSaved={save.isSuccess} />
    </Form>
  );
}
