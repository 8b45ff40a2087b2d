import { useState } from 'react';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { MailStop } from '@parvis/shared/contracts/mail-desk.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { mailStopsQuery, useReleaseStop } from '../queries.ts';

const t = messagesOf(fr);

/** Addresses that get no mail any more, with what the mail server said; each can be let go once the person has confirmed it. */
export function Stops() {
  const stops = useSuspenseInfiniteQuery(mailStopsQuery);
  const [chosen, choose] = useState<MailStop | null>(null);
  const rows = stops.data.pages.flatMap((page) => page.items);
  return (
    <Section title={t('stops.title')} lead={t('stops.lead')}>
      <DataTable
        caption={t('stops.caption')}
        hideCaption
        rows={rows}
        rowKey={(one) => one.address}
        empty={t('stops.empty')}
        columns={[
          { key: 'address', header: t('stops.address'), rowHeader: true, cell: (one) => one.address },
          { key: 'at', header: t('stops.at'), cell: (one) => <DateText date={one.at} form="time" /> },
          {
            key: 'why',
            header: t('stops.why'),
            cell: (one) => (
              <>
                {t(`stops.${one.reason}`)}
                {one.diagnostic && (
                  <>
                    <br />
                    <small>{one.diagnostic}</small>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'act',
            header: t('stops.act'),
            cell: (one) => (
              <Button look="plain" size="small" onClick={() => choose(one)} aria-label={t('release.of', { address: one.address })}>
                {t('release.open')}
              </Button>
            ),
          },
        ]}
      />
      <LoadMore
        more={stops.hasNextPage}
        loading={stops.isFetchingNextPage}
        problem={stops.error}
        shown={rows.length}
        onMore={() => void stops.fetchNextPage()}
      />
      {chosen && <Release stop={chosen} onClose={() => choose(null)} />}
    </Section>
  );
}

function Release({ stop, onClose }: { stop: MailStop; onClose: () => void }) {
  const release = useReleaseStop();
  const toast = useToast();
  const [isConfirmed, confirm] = useState(false);
  return (
    <Dialog open onClose={onClose} title={t('release.title')}>
      <p>
        <strong>{stop.address}</strong>
      </p>
      <p>{t('release.lead')}</p>
      <Form
        problem={release.error}
        warn={false}
        onSubmit={() =>
          release.mutate(stop.address, {
            onSuccess: () => {
              toast(t('release.done'));
              onClose();
            },
          })
        }
      >
        <CheckboxField
          name="isConfirmed"
          label={t('release.confirmed')}
          help={t('release.confirmed.help')}
          onChange={(event) => confirm(event.target.checked)}
        />
        <SubmitBar>
          <Button type="submit" disabled={!isConfirmed} loading={release.isPending}>
            {t('release.do')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('release.back')}
          </Button>
        </SubmitBar>
      </Form>
    </Dialog>
  );
}
