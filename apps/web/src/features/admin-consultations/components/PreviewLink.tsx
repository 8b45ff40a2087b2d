import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endPreviewLink, makePreviewLink, type AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { addresses } from '../../../platform/addresses.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { CopyLink } from '../../../ui/ShareButton.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';
import { adminQuery } from '../queries.ts';
import styles from './PreviewLink.module.css';

const t = messagesOf(fr);

/** How it will look: for oneself, and by a secret link for whoever must read it before. The link is told once. */
export function PreviewLink({ consultation: { id, slug, hasPreviewLink } }: { consultation: AdminConsultation }) {
  const client = useQueryClient();
  const again = (): void => {
    void client.invalidateQueries({ queryKey: adminQuery(id).queryKey });
  };
  const make = useMutation({ mutationFn: () => call(makePreviewLink, { params: { consultationId: id } }), onSuccess: again });
  const end = useMutation({
    mutationFn: () => call(endPreviewLink, { params: { consultationId: id } }),
    onSuccess: () => {
      make.reset();
      again();
    },
  });
  return (
    <Stack gap={4}>
      <Row>
        <LinkButton to={`${addresses.consultations}/${slug}`} look="quiet" icon="eye">
          {t('preview.see')}
        </LinkButton>
        <Button look="plain" icon="link" loading={make.isPending} onClick={() => make.mutate()}>
          {t(hasPreviewLink ? 'preview.make.again' : 'preview.make')}
        </Button>
        {hasPreviewLink && (
          <Button look="plain" icon="cross" loading={end.isPending} onClick={() => end.mutate()}>
            {t('preview.end')}
          </Button>
        )}
      </Row>
      <ProblemNote problem={make.error ?? end.error} />
      {make.data && (
        <Notice tone="success" role="status" title={t('preview.made')} actions={<CopyLink url={make.data.url} />}>
          <p className={styles.url}>{make.data.url}</p>
          <p>{t('preview.once')}</p>
        </Notice>
      )}
    </Stack>
  );
}
