import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import type { ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { addresses } from '../../../platform/addresses.ts';
import { lazyPart } from '../../../platform/lazy-part.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { hasRole, useViewer } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { BottomBar } from '../../../ui/BottomBar.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { RemovedPlace } from '../../../features/comments/components/Comment.tsx';
import { Comments } from '../../../features/comments/components/Comments.tsx';
import { commentsQuery } from '../../../features/comments/queries.ts';
import { draftOf, placeQuery } from '../../../features/contributions/queries.ts';
import { AuthorName } from '../../../features/contributions/components/AuthorName.tsx';
import { StateChips } from '../../../features/contributions/components/StateChips.tsx';
import { OfficialResponse } from '../../../features/responses/components/OfficialResponse.tsx';
import { SupportButton } from '../../../features/supports/components/SupportButton.tsx';
import { SupportCount } from '../../../features/supports/components/SupportCount.tsx';
import { numberOf, proposalAddress } from '../addresses.ts';
import { LifeLine } from '../components/LifeLine.tsx';
import { ProposalBody } from '../components/ProposalBody.tsx';
import { SupportPanel } from '../components/SupportPanel.tsx';
import { placeCrumbs } from '../components/place-crumbs.tsx';
import fr from '../messages/fr.json';
import { proposalQuery } from '../queries.ts';
import { supportFactsOf } from '../support-facts.ts';
import styles from './ProposalPage.module.css';

const t = messagesOf(fr);
/** Folded away, with many words: its code is there before the page shows, not in what the page waits for. */
const History = lazyPart(() => import('../history/History.tsx').then((one) => one.History));
const ProposalNotices = lazyPart(() => import('../acts/ProposalNotices.tsx').then((one) => one.ProposalNotices));
const AuthorActs = lazyPart(() => import('../acts/AuthorActs.tsx').then((one) => one.AuthorActs));
const MergePanel = lazyPart(() => import('../acts/MergePanel.tsx').then((one) => one.MergePanel));

/** One proposal: its state, the town's answer on top, the text, the debate, and its way from deposit to delivery. */
function ProposalPage() {
  const viewer = useViewer();
  const { key } = useParams();
  const { data: proposal } = useSuspenseQuery(proposalQuery(numberOf(key) ?? 0));
  const { activity, states, number } = proposal;
  const title = proposal.title || t('untitled', { number });
  const facts = supportFactsOf(proposal);
  const isMerger = hasRole(viewer, 'moderator', 'official', 'administrator');
  return (
    <>
      <Wrap className={styles.page}>
        <Crumbs
          crumbs={[
            { label: t('crumb.consultations'), to: addresses.consultations },
            ...placeCrumbs(proposal),
            { label: t('number', { number: String(number) }) },
          ]}
        />
        <div className={styles.split}>
          <Stack as="article" gap={5}>
            <PageTitle
              above={<StateChips states={states} />}
              meta={
                <>
                  {!(proposal.hidden && proposal.author.name === '') && (
                    <span>
                      <AuthorName author={proposal.author} level />
                      {proposal.enteredOnPaper && `, ${t('card.paper')}`}
                    </span>
                  )}
                  <span>
                    {t('deposited')} <DateText date={proposal.publishedAt} />
                  </span>
                  {proposal.categoryName && (
                    <span>
                      <TownWords>{proposal.categoryName}</TownWords>
                    </span>
                  )}
                  {(proposal.place.address || proposal.areaName) && (
                    <span>
                      <Icon name="place" /> <TownWords>{[proposal.place.address, proposal.areaName].filter(Boolean).join(', ')}</TownWords>
                    </span>
                  )}
                  {states.revision > 1 && (
                    <Link to={`${proposalAddress(proposal)}/versions`}>{t('versions.link', { count: states.revision })}</Link>
                  )}
                </>
              }
            >
              {proposal.title ? <TownWords>{title}</TownWords> : title}
            </PageTitle>
            {isUnusual(proposal) && <ProposalNotices proposal={proposal} />}
            {proposal.responses.map((response) => (
              <OfficialResponse key={response.id} response={response} />
            ))}
            <ProposalBody proposal={proposal} />
            {proposal.isMine && <AuthorActs proposal={proposal} />}
            {!proposal.isMine && (
              <p className={styles.flag}>
                {states.publication === 'published' && !proposal.hidden && (
                  <Link to={addresses.flag(proposal.id)}>
                    <Icon name="flag" /> {t('flag')}
                  </Link>
                )}
                {hasRole(viewer, 'moderator', 'administrator') && (
                  <Link to={addresses.moderationOf(proposal.id)}>
                    <Icon name="scale" /> {t('moderate')}
                  </Link>
                )}
              </p>
            )}
            {isMerger && <MergePanel proposal={proposal} />}
          </Stack>
          <aside className={styles.aside} aria-label={t('aside')}>
            <SupportPanel proposal={proposal} />
            <Card as="section" aria-labelledby="parcours">
              <h2 id="parcours" className={styles.life}>
                {t('life.title')}
              </h2>
              <LifeLine steps={proposal.steps} />
            </Card>
            <History entries={proposal.history} />
          </aside>
          {activity.hasComments && states.publication !== 'pending' && (
            <div className={styles.debate}>
              <Comments subjectId={proposal.id} />
            </div>
          )}
        </div>
      </Wrap>
      {activity.hasSupports && (
        <BottomBar>
          <SupportCount facts={facts} bar={false} />
          <SupportButton facts={facts} permission={proposal.acts.support} title={title} />
        </BottomBar>
      )}
    </>
  );
}

/** Whether a reader must know something before the text. */
function isUnusual({ states, mergedInto, became, hidden }: ProposalView): boolean {
  return states.publication !== 'published' || states.moderation !== 'none' || hidden !== null || mergedInto !== null || became !== null;
}

export default definePage({
  load: async ({ params, query, fetch }) => {
    const found = proposalQuery(numberOf(params['key']) ?? 0);
    const [proposal] = await Promise.all([fetch(found), History.preload(), RemovedPlace.preload()]);
    if (isUnusual(proposal)) await ProposalNotices.preload();
    return [
      found,
      ...(proposal.activity.hasComments && proposal.states.publication !== 'pending' ? [commentsQuery(proposal.id, query)] : []),
    ];
  },
  head: ({ params, read }) => {
    const proposal = read(proposalQuery(numberOf(params['key']) ?? 0));
    const [picture] = proposal.pictures;
    return {
      title: proposal.title || t('untitled', { number: proposal.number }),
      description: proposal.description,
      canonical: proposalAddress(proposal),
      image: picture ? { url: picture.url, alt: picture.alt } : null,
      unlisted: !proposal.isPublic || proposal.states.publication === 'pending' || proposal.hidden !== null,
      draftOf: draftOf(read(placeQuery(String(proposal.number)))),
    };
  },
  Page: ProposalPage,
});
