import { useSuspenseQuery } from '@tanstack/react-query';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Card } from '../../../ui/Card.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { ArmsForm } from '../components/ArmsForm.tsx';
import { SettingsForm } from '../components/SettingsForm.tsx';
import { TerritoryForm } from '../components/TerritoryForm.tsx';
import { TerritoryPreview } from '../components/TerritoryPreview.tsx';
import fr from '../messages/fr.json';
import { settingsQuery, territoryQuery } from '../queries.ts';
import styles from './TownSettingsPage.module.css';

const t = messagesOf(fr);

function TownSettingsPage() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { data: territory } = useSuspenseQuery(territoryQuery);
  return (
    <Wrap className={styles.page}>
      <Crumbs crumbs={[{ label: t('administration'), to: addresses.administration }, { label: t('title') }]} />
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <div className={styles.columns}>
        <Card className={styles.card}>
          <SettingsForm settings={settings} />
        </Card>
        <div className={styles.side}>
          <Card className={styles.card}>
            <Section title={t('arms.title')} lead={t('arms.lead')}>
              <ArmsForm arms={settings.arms} />
            </Section>
          </Card>
          <Card className={styles.card}>
            <Section title={t('territory.title')} lead={t('territory.lead')}>
              <Stack gap={5}>
                <TerritoryPreview territory={territory} />
                <TerritoryForm kind="territory" isThere={territory.territory !== null} />
              </Stack>
            </Section>
          </Card>
          <Card className={styles.card}>
            <Section title={t('areas.title')} lead={t('areas.lead')}>
              <TerritoryForm kind="areas" isThere={territory.areas.length > 0} />
            </Section>
          </Card>
        </div>
      </div>
    </Wrap>
  );
}

export default definePage({
  load: () => [settingsQuery, territoryQuery],
  head: () => ({ title: t('title'), unlisted: true }),
  Page: TownSettingsPage,
  needs: ['administrator'],
});
