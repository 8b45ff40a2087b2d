import { useRef, useState } from 'react';
import type { UseMutationResult } from '@tanstack/react-query';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

interface Invited {
  readonly added: number;
  readonly known: number;
  readonly refused: readonly string[];
}

/** Addresses pasted, or read from a file on this device: a list, a CSV, a mail's line of addresses. */
export function InviteForm({ invite }: { invite: UseMutationResult<Invited, Error, string> }) {
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState({ text: '', round: 0 });
  const take = async (file: File | undefined): Promise<void> => {
    if (file) setRead({ text: await file.text(), round: read.round + 1 });
    if (input.current) input.current.value = '';
  };
  return (
    <Form
      warn={false}
      problem={invite.error}
      onSubmit={(values) => invite.mutate(values.text('addresses'), { onSuccess: () => setRead({ text: '', round: read.round + 1 }) })}
      aria-label={t('people.invite')}
    >
      {invite.data && (
        <Notice tone="success" role="status" title={t('people.added', { count: invite.data.added })}>
          {invite.data.known > 0 && <p>{t('people.known', { count: invite.data.known })}</p>}
          {invite.data.refused.length > 0 && <p>{t('people.refused', { list: invite.data.refused.join(', ') })}</p>}
        </Notice>
      )}
      <TextArea
        key={read.round}
        name="addresses"
        label={t('field.addresses')}
        help={t('field.addresses.help')}
        required
        rows={6}
        defaultValue={read.text}
      />
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <SubmitBar>
        <Button type="submit" loading={invite.isPending}>
          {t('people.invite.do')}
        </Button>
        <Button look="quiet" icon="upload" onClick={() => input.current?.click()}>
          {t('people.file')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
