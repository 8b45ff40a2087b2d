import { useEffect, useRef } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useQueryString } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Desk } from '../../../ui/Desk.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useShortcuts } from '../../../ui/shortcuts.ts';
import { Wrap } from '../../../ui/Wrap.tsx';
import { Case } from '../components/Case.tsx';
import { DecisionColumn } from '../components/DecisionColumn.tsx';
import { QueueColumn } from '../components/QueueColumn.tsx';
import { deskAt, neighbour, nextAfter } from '../desk-place.ts';
import fr from '../messages/fr.json';
import { caseQuery, filtersOf, queueQuery } from '../queries.ts';

const t = messagesOf(fr);

/** The open content stands in the address; J and K walk the queue; after a decision the next one opens and takes the focus. */
function DeskPage() {
  const query = useQueryString();
  const navigate = useNavigate();
  const { data: queue } = useSuspenseQuery(queueQuery(filtersOf(query)));
  const openId = query.get('contribution');
  const heading = useFocusOn(openId);
  const open = (id: string | null): void => {
    if (id !== null) navigate(deskAt(query, { contribution: id }));
  };
  const goOn = (decided: readonly string[]): void => {
    navigate(deskAt(query, { contribution: openId && nextAfter(queue.items, openId, decided) }), { replace: true });
  };
  useShortcuts([
    ['J', () => open(neighbour(queue.items, openId, 1))],
    ['K', () => open(neighbour(queue.items, openId, -1))],
  ]);
  return (
    <Wrap width="desk">
      <Desk
        chosen={openId !== null}
        queue={<QueueColumn queue={queue} openId={openId} />}
        aside={openId ? <DecisionColumn key={openId} contributionId={openId} onDecided={goOn} /> : undefined}
      >
        {openId ? (
          <Case key={openId} contributionId={openId} heading={heading} />
        ) : queue.items.length === 0 ? (
          <EmptyState title={t('empty.title')} icon="check">
            {t('empty.words')}
          </EmptyState>
        ) : (
          <EmptyState title={t('choose.title')} icon="list">
            {t('choose.words')}
          </EmptyState>
        )}
      </Desk>
    </Wrap>
  );
}

/** The heading of the open content takes the focus when another one opens, so that those who hear the page hear which; not on arrival. */
function useFocusOn(openId: string | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(openId);
  useEffect(() => {
    if (before.current === openId) return;
    before.current = openId;
    const target = openId ? heading.current : document.getElementById('contenu');
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }, [openId]);
  return heading;
}

export default definePage({
  load: ({ query }) => {
    const openId = query.get('contribution');
    return [queueQuery(filtersOf(query)), ...(openId ? [caseQuery(openId)] : [])];
  },
  head: () => ({ title: t('desk.head'), unlisted: true }),
  Page: DeskPage,
  needs: ['moderator', 'administrator'],
});
