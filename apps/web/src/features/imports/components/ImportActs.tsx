import { useState } from 'react';
import type { ImportView } from '@parvis/shared/contracts/imports.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from '../messages/fr.json';
import { useDiscardImport, usePublishImport } from '../queries.ts';

const t = messagesOf(fr);

/** Publishing in one switch, or giving up; both ask once more. */
export function ImportActs({ shown }: { shown: ImportView }) {
  const [asked, ask] = useState<'publish' | 'discard' | null>(null);
  const publish = usePublishImport(shown.id);
  const discard = useDiscardImport(shown.id);
  const count = shown.proposals + shown.comments + shown.totals;
  const close = (): void => ask(null);
  if (shown.state !== 'checked' && shown.state !== 'failed') return null;
  const why = count === 0 ? t(shown.repeats > 0 ? 'publish.only-repeats' : 'publish.nothing') : undefined;
  return (
    <Stack gap={3}>
      <Row align="start">
        <Button icon="check" disabled={why !== undefined} reason={why} onClick={() => ask('publish')}>
          {t('publish.do', { count })}
        </Button>
        <Button look="quiet" onClick={() => ask('discard')}>
          {t('discard.do')}
        </Button>
      </Row>
      <ProblemNote problem={publish.error ?? discard.error} focus />
      <Dialog
        open={asked === 'publish'}
        onClose={close}
        title={t('publish.title', { count })}
        actions={
          <>
            <Button loading={publish.isPending} onClick={() => publish.mutate(shown.faults > 0, { onSettled: close })}>
              {t('publish.do', { count })}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p>{t.rich('publish.detail', { activity: <TownWords>{shown.activity.title}</TownWords> })}</p>
        {shown.faults > 0 && (
          <p>
            <strong>{t('publish.leaves-out', { count: shown.faults })}</strong>
          </p>
        )}
      </Dialog>
      <Dialog
        open={asked === 'discard'}
        onClose={close}
        title={t('discard.title')}
        actions={
          <>
            <Button look="danger" loading={discard.isPending} onClick={() => discard.mutate(undefined, { onSettled: close })}>
              {t('discard.do')}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p>{t('discard.detail')}</p>
      </Dialog>
    </Stack>
  );
}
