import { useEffect, useRef, useState } from 'react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useQueryString } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useViewer } from '../../../platform/site.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { hasEarlyInput } from '../../../platform/early-input.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { activityAt } from '../../../features/consultations/activity-at.ts';
import { consultationQuery } from '../../../features/consultations/queries.ts';
import { listAddress } from '../addresses.ts';
import { placeCrumbs } from '../components/place-crumbs.tsx';
import { DraftList } from '../writing/DraftList.tsx';
import { WriteForm } from '../writing/WriteForm.tsx';
import { isWritten, nothing, readFromDevice, writtenIn } from '../writing/draft.ts';
import fr from '../writing/messages/fr.json';
import { draftsQuery } from '../queries.ts';
import { settingsOf } from '../settings.ts';
import styles from './WritePage.module.css';

const t = messagesOf(fr);

/** Writing a proposal. It begins with what the device or the server kept of an earlier visit. */
function WritePage() {
  const { slug = '', activity: activitySlug = '' } = useParams();
  const query = useQueryString();
  const viewer = useViewer();
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const activity = consultation.activities.find((one) => one.slug === activitySlug)!;
  const { data } = useQuery({ ...draftsQuery(activity.id), enabled: viewer !== null, staleTime: Infinity });
  const settings = settingsOf(activity);
  const drafts = data?.items ?? [];
  const draft = drafts.find((one) => one.id === query.get('brouillon')) ?? null;
  const [onDevice, setOnDevice] = useState<ReturnType<typeof readFromDevice>>(null);
  const [offered, offer] = useState<typeof onDevice>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const kept = draft ? null : readFromDevice(activity.id);
    const found = kept && isWritten(kept) ? kept : null;
    const isBegun = found !== null && box.current !== null && hasEarlyInput(box.current); // typed before the page was live: not to be replaced unasked
    offer(isBegun ? found : null);
    setOnDevice(isBegun ? null : found);
  }, [activity.id, draft]);
  const open = activity.openings.filter((one) => one.action === 'propose' && one.isOpen);
  const place = { consultation, activity };
  if (consultation.isPreview) {
    return (
      <Wrap width="read" className={styles.page}>
        <Crumbs crumbs={[...placeCrumbs(place), { label: t(`write.${settings.word}`) }]} />
        <PageTitle lead={t('write.lead')}>{t(`write.${settings.word}`)}</PageTitle>
        <Notice title={t('write.preview')}>{t('write.preview.text')}</Notice>
        <div inert>
          <WriteForm activityId={activity.id} settings={settings} begin={nothing} draft={null} />
        </div>
      </Wrap>
    );
  }
  return (
    <Wrap width="read" className={styles.page}>
      <Crumbs
        crumbs={[
          { label: t('crumb.consultations'), to: addresses.consultations },
          ...placeCrumbs(place),
          { label: t(`write.${settings.word}`) },
        ]}
      />
      <PageTitle lead={t('write.lead')}>{t(`write.${settings.word}`)}</PageTitle>
      {open.length === 0 ? (
        <Notice
          tone="wait"
          title={t('write.closed')}
          actions={
            <LinkButton look="quiet" to={listAddress(place)}>
              {t('list.all')}
            </LinkButton>
          }
        />
      ) : (
        <>
          {draft && (
            <Notice>
              {t('write.resumed')} <DateText date={draft.updatedAt} form="relative" />
            </Notice>
          )}
          {onDevice && <Notice>{t('write.kept')}</Notice>}
          {offered && (
            <Notice
              actions={
                <Button
                  look="quiet"
                  size="small"
                  onClick={() => {
                    setOnDevice(offered);
                    offer(null);
                  }}
                >
                  {t('write.offered.take')}
                </Button>
              }
            >
              {t('write.offered')}
            </Notice>
          )}
          <DraftList activityId={activity.id} drafts={drafts} current={draft?.id ?? onDevice?.draftId ?? null} />
          <div ref={box}>
            <WriteForm
              key={draft?.id ?? (onDevice ? 'device' : 'new')}
              activityId={activity.id}
              settings={settings}
              begin={draft ? writtenIn(draft) : (onDevice ?? nothing)}
              draft={draft ?? drafts.find((one) => one.id === onDevice?.draftId) ?? null}
            />
          </div>
        </>
      )}
    </Wrap>
  );
}

export default definePage({
  load: async ({ params, query, site, fetch }) => {
    const consultation = await fetch(consultationQuery(params['slug'] ?? ''));
    const activity = activityAt(consultation, params, `/proposer${query.size > 0 ? `?${query}` : ''}`);
    return [consultationQuery(params['slug'] ?? ''), ...(site.viewer ? [draftsQuery(activity.id)] : [])];
  },
  head: ({ params, read }) => {
    const consultation = read(consultationQuery(params['slug'] ?? ''));
    const activity = consultation.activities.find((one) => one.slug === params['activity']);
    return {
      title: activity ? t(`write.${settingsOf(activity).word}`) : consultation.title,
      unlisted: true,
      draftOf: consultation.isPreview ? consultation.id : null,
    };
  },
  Page: WritePage,
});
