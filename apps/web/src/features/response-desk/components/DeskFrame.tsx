import type { ReactNode } from 'react';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** A page of the desk for one consultation: its name, and the three things to do there. */
export function DeskFrame({
  consultation,
  tab,
  children,
}: {
  consultation: { readonly slug: string; readonly title: string };
  tab: 'waiting' | 'prepared' | 'commitments';
  children: ReactNode;
}) {
  const here = `${addresses.responses}/${consultation.slug}`;
  return (
    <Wrap>
      <Crumbs crumbs={[{ label: t('crumb'), to: addresses.responses }, { label: <TownWords>{consultation.title}</TownWords> }]} />
      <PageTitle>
        <TownWords>{consultation.title}</TownWords>
      </PageTitle>
      <Tabs
        label={t('tabs.label')}
        tabs={[
          { to: here, label: t('tabs.waiting'), current: tab === 'waiting' },
          { to: `${here}/preparees`, label: t('tabs.prepared'), current: tab === 'prepared' },
          { to: `${here}/engagements`, label: t('tabs.commitments'), current: tab === 'commitments' },
        ]}
      />
      <Stack gap={5}>{children}</Stack>
    </Wrap>
  );
}
