import { messagesOf } from '../../../platform/messages.ts';
import { Balance } from '../../../ui/Balance.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { PlainText, RichText } from '../../../ui/rich/RichText.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Grid } from '../../../ui/Stack.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** Texts, life lines, both sides. */
export function TextSamples() {
  return (
    <>
      <Section title={t('texts')} look="band">
        <Grid columns={2}>
          <RichText html={t('text.html')} />
          <Card as="section">
            <h3>{t('life')}</h3>
            <Timeline
              moments={[
                { key: 'a', label: t('life.a'), detail: <DateText date="2026-10-14" />, state: 'done' },
                { key: 'b', label: t('life.b'), detail: t('life.b.detail'), state: 'done' },
                { key: 'c', label: t('life.c'), detail: <DateText date="2027-01-15" />, state: 'now' },
                { key: 'd', label: t('life.d'), detail: t('life.d.detail'), state: 'ahead' },
              ]}
            />
          </Card>
        </Grid>
      </Section>
      <Section title={t('sides')} look="band">
        <Balance
          left={{ title: t('for', { count: 36 }), children: <PlainText text={t('text.for')} /> }}
          right={{ title: t('against', { count: 17 }), children: <PlainText text={t('text.against')} /> }}
          middle={{ title: t('neither', { count: 5 }), children: <PlainText text={t('text.short')} /> }}
        />
      </Section>
    </>
  );
}
