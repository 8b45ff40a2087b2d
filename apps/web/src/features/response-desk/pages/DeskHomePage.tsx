import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';
import { deskConsultationsQuery } from '../queries.ts';

const t = messagesOf(fr);

function DeskHomePage() {
  const open = useSuspenseQuery(deskConsultationsQuery('open'));
  const finished = useSuspenseQuery(deskConsultationsQuery('finished'));
  const consultations = [...open.data.items, ...finished.data.items];
  return (
    <Wrap width="work">
      <Stack gap={5}>
        <PageTitle lead={t('home.lead')}>{t('home.title')}</PageTitle>
        {consultations.length === 0 && (
          <EmptyState icon="hall" title={t('home.empty')}>
            {t('home.empty.detail')}
          </EmptyState>
        )}
        <Stack as="ul" gap={3}>
          {consultations.map((one) => (
            <Card as="li" key={one.id} linked>
              <h2>
                <Link className={cardLink} to={`${addresses.responses}/${one.slug}`}>
                  <TownWords>{one.title}</TownWords>
                </Link>
              </h2>
              <p>
                <TownWords>{one.question}</TownWords>
              </p>
            </Card>
          ))}
        </Stack>
      </Stack>
    </Wrap>
  );
}

export default definePage({
  needs: ['official', 'administrator'],
  load: () => [deskConsultationsQuery('open'), deskConsultationsQuery('finished')],
  head: () => ({ title: t('home.title'), unlisted: true }),
  Page: DeskHomePage,
});
