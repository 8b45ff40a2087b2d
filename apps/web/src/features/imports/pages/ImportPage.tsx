import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { Faults } from '../components/Faults.tsx';
import { Figures } from '../components/Figures.tsx';
import { ImportActs } from '../components/ImportActs.tsx';
import { OtherFile } from '../components/OtherFile.tsx';
import { StateChip } from '../components/StateChip.tsx';
import fr from '../messages/fr.json';
import { faultsQuery, importQuery, isAtWork } from '../queries.ts';

const t = messagesOf(fr);

const tones = { staging: 'info', checked: 'info', publishing: 'info', published: 'success', failed: 'error', discarded: 'info' } as const;

function ImportPage() {
  const { importId = '' } = useParams();
  const { data: shown } = useSuspenseQuery(importQuery(importId));
  return (
    <Wrap>
      <Crumbs
        crumbs={[
          { label: t('crumb.admin'), to: addresses.administration },
          { label: t('title'), to: '/admin/imports' },
          { label: shown.fileName },
        ]}
      />
      <Stack gap={5}>
        <PageTitle
          above={<StateChip state={shown.state} />}
          meta={
            <>
              <span>
                <TownWords>{shown.activity.title}</TownWords>
              </span>
              <span>{t('source', { source: shown.source })}</span>
              <DateText date={shown.startedAt} form="long" />
            </>
          }
        >
          {shown.fileName}
        </PageTitle>
        <VisuallyHidden>
          <p role="status">{t(`state.${shown.state}`)}</p>
        </VisuallyHidden>
        {isAtWork(shown) ? (
          <Progress value={shown.progress} label={t(`state.${shown.state}`)} />
        ) : shown.found && shown.state === 'checked' ? (
          <OtherFile found={shown.found} />
        ) : (
          <Notice tone={shown.state === 'checked' && shown.faults > 0 ? 'wait' : tones[shown.state]} title={t(`told.${shown.state}`)}>
            {t(`told.${shown.state}.detail`)}
            {shown.state === 'published' && (
              <>
                {' '}
                <Link to={shown.activity.path}>{t('see-published')}</Link>
              </>
            )}
          </Notice>
        )}
        <Figures shown={shown} />
        <ImportActs shown={shown} />
        <Faults shown={shown} />
      </Stack>
    </Wrap>
  );
}

export default definePage({
  needs: ['administrator'],
  load: async ({ params, fetch }) => {
    const shown = await fetch(importQuery(params['importId'] ?? ''));
    return [importQuery(shown.id), faultsQuery(shown.id, shown.state)];
  },
  head: ({ params, read }) => ({ title: `${read(importQuery(params['importId'] ?? '')).fileName} – ${t('title')}`, unlisted: true }),
  Page: ImportPage,
});
