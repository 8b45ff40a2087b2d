import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useLocation, useQueryString } from '../../../platform/router/router.tsx';
import type { Debate } from '@parvis/shared/contracts/comments.ts';
import type { Stance } from '@parvis/shared/rules/words.ts';
import { lazyPart } from '../../../platform/lazy-part.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { Balance } from '../../../ui/Balance.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import fr from '../messages/fr.json';
import { commentsQuery, debateViewOf } from '../queries.ts';
import { Side } from './Side.tsx';

const t = messagesOf(fr);
const MyComments = lazyPart(() => import('./MyComments.tsx').then((one) => one.MyComments));
const CommentForm = lazyPart(() => import('./CommentForm.tsx').then((one) => one.CommentForm));
const places = { for: 'left', against: 'right', neutral: 'middle' } as const;

/**
 * The debate about any contribution: both sides in balance, questions below, the form. The page's loader names
 * `commentsQuery(subjectId, query)`; order and permalink are read from the page's address.
 */
export function Comments({ subjectId }: { subjectId: string }) {
  const query = useQueryString();
  const { pathname } = useLocation();
  const view = debateViewOf(query);
  const { data: debate } = useSuspenseQuery(commentsQuery(subjectId, query));
  const side = (stance: Stance) => ({
    title: t(`side.${stance}`, { count: debate.counts[stance] }),
    short: t(`side.${stance}.short`, { count: debate.counts[stance] }),
    children: <Side subjectId={subjectId} stance={stance} first={debate[stance]} view={view} />,
  });
  const focused = stanceOf(debate, view.comment) ?? (debate.for.items.length === 0 && debate.against.items.length > 0 ? 'against' : 'for');
  const hasNeutral = debate.neutral.items.length > 0;
  const isEmpty = !hasNeutral && debate.for.items.length === 0 && debate.against.items.length === 0;
  const firstLevel = debate.counts.for + debate.counts.against + debate.counts.neutral;
  const replies = debate.counts.total - firstLevel;
  return (
    <Section
      id="arguments"
      title={isEmpty ? t('title.none') : t('title', { count: firstLevel })}
      lead={isEmpty ? t('lead.none') : replies > 0 ? t('lead.replies', { count: replies }) : undefined}
    >
      <Stack gap={5}>
        {firstLevel > 3 && !view.comment && (
          <Tabs
            look="chips"
            label={t('sort.label')}
            tabs={(['oldest', 'replied'] as const).map((sort) => ({
              label: t(`sort.${sort}`),
              current: view.sort === sort,
              to: { pathname, search: sort === 'oldest' ? '' : '?tri=replied', hash: '#arguments' },
            }))}
          />
        )}
        {debate.startsLater && (
          <Notice actions={<Link to={{ pathname, hash: '#arguments' }}>{t('linked.all')}</Link>}>{t('linked')}</Notice>
        )}
        {!isEmpty && (
          <Balance
            key={focused}
            left={side('for')}
            right={side('against')}
            middle={hasNeutral ? side('neutral') : undefined}
            pick={{ label: t('side.pick'), first: places[focused] }}
          />
        )}
        {debate.mine.length > 0 && <MyComments subjectId={subjectId} mine={debate.mine} />}
        <CommentForm subjectId={subjectId} debate={debate} />
      </Stack>
    </Section>
  );
}

function stanceOf(debate: Debate, id: string | null): Stance | null {
  if (!id) return null;
  return (
    (['for', 'against', 'neutral'] as const).find((stance) =>
      debate[stance].items.some((one) => one.id === id || one.replies.some((reply) => reply.id === id)),
    ) ?? null
  );
}
