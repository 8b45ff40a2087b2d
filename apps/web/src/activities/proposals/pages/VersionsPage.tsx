import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '../../../platform/router/router.tsx';
import type { RevisionView } from '@parvis/shared/activities/proposals/contract.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { TextChanges } from '../../../ui/changes/TextChanges.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { draftOf, placeQuery } from '../../../features/contributions/queries.ts';
import { numberOf, proposalAddress } from '../addresses.ts';
import { placeCrumbs } from '../components/place-crumbs.tsx';
import fr from '../writing/messages/fr.json';
import { revisionsQuery } from '../queries.ts';
import styles from './WritePage.module.css';

const t = messagesOf(fr);

/** Every version of a proposal with what it changed; the first hour's small corrections are folded. */
function VersionsPage() {
  const { key } = useParams();
  const { data: page } = useSuspenseQuery(revisionsQuery(numberOf(key) ?? 0));
  const before = new Map(
    page.items.map((one, at) => [one.revision, page.items.slice(at + 1).find((former) => !isWithheld(former)) ?? null]),
  );
  const version = (one: RevisionView) => <Version key={one.revision} revision={one} before={before.get(one.revision) ?? null} />;
  const early = page.items.filter((one) => one.early);
  return (
    <Wrap width="read" className={styles.page}>
      <Crumbs
        crumbs={[
          ...placeCrumbs(page),
          {
            label: page.title ? <TownWords>{page.title}</TownWords> : t('number', { number: String(page.number) }),
            to: proposalAddress(page),
          },
          { label: t('versions.crumb') },
        ]}
      />
      <PageTitle lead={t('versions.lead')}>{t('versions.title', { count: page.items.length })}</PageTitle>
      <Stack gap={5}>
        {page.items.filter((one) => !one.early && one.revision > 1).map(version)}
        {early.length > 0 && (
          <Disclosure summary={t('versions.early', { count: early.length })} open={early.length === page.items.length - 1}>
            <Stack gap={5}>{early.map(version)}</Stack>
          </Disclosure>
        )}
        {page.items.filter((one) => one.revision === 1).map(version)}
      </Stack>
    </Wrap>
  );
}

/** Whether moderation keeps the words of a version back: no proposal is without a title and a text. */
function isWithheld({ title, text }: RevisionView): boolean {
  return title === '' && text === '';
}

function Version({ revision, before }: { revision: RevisionView; before: RevisionView | null }) {
  const id = `version-${revision.revision}`;
  return (
    <Card as="section" aria-labelledby={id}>
      <h2 id={id}>{t('versions.one', { number: revision.revision })}</h2>
      <p className={styles.kept}>
        <DateText date={revision.editedAt} form="time" />
        {revision.reason && (
          <>
            {' '}
            · <TownWords>{revision.reason}</TownWords>
          </>
        )}
      </p>
      {isWithheld(revision) ? <p>{t('versions.withheld')}</p> : <Changes revision={revision} before={before} />}
    </Card>
  );
}

function Changes({ revision, before }: { revision: RevisionView; before: RevisionView | null }) {
  const lines = (one: RevisionView): string => [one.category, one.address, ...one.pictures].filter(Boolean).join('\n');
  return (
    <>
      <h3>
        <TextChanges before={before?.title ?? revision.title} after={revision.title} />
      </h3>
      <TextChanges before={before?.text ?? revision.text} after={revision.text} />
      {(lines(revision) !== '' || (before && lines(before) !== '')) && (
        <TextChanges before={before ? lines(before) : lines(revision)} after={lines(revision)} />
      )}
    </>
  );
}

export default definePage({
  load: ({ params }) => [revisionsQuery(numberOf(params['key']) ?? 0), placeQuery(String(numberOf(params['key'])))],
  head: ({ params, read }) => ({
    title: t('versions.of', { title: read(revisionsQuery(numberOf(params['key']) ?? 0)).title }),
    unlisted: true,
    draftOf: draftOf(read(placeQuery(String(numberOf(params['key']))))),
  }),
  Page: VersionsPage,
});
