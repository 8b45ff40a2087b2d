import { messagesOf } from '../../../platform/messages.ts';
import { BottomBar } from '../../../ui/BottomBar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Count } from '../../../ui/Count.tsx';
import { Desk } from '../../../ui/Desk.tsx';
import { DeskQueue } from '../../../ui/DeskQueue.tsx';
import { PlainText } from '../../../ui/rich/RichText.tsx';
import { Section } from '../../../ui/Section.tsx';
import fr from './messages/fr.json';
import styles from './samples.module.css';

const t = messagesOf(fr);

/** Where staff work, and the bar of a phone. */
export function DeskSamples() {
  return (
    <Section title={t('desk')} look="band">
      <Desk
        chosen
        queue={
          <>
            <h3>{t('queue', { count: 14 })}</h3>
            <DeskQueue
              label={t('queue.label')}
              entries={[
                { key: 'a', to: '/dev/ui', title: t('queue.a'), detail: t('queue.a.detail'), current: true },
                { key: 'b', to: '/dev/ui', title: t('queue.b'), detail: t('queue.b.detail'), current: false },
                { key: 'c', to: '/dev/ui', title: t('queue.c'), detail: t('queue.c.detail'), current: false },
              ]}
            />
          </>
        }
        aside={
          <Card as="section">
            <h3>{t('decision')}</h3>
            <p>{t('text.short')}</p>
            <Button wide>{t('decide')}</Button>
          </Card>
        }
      >
        <Card as="article">
          <h3>{t('queue.a')}</h3>
          <PlainText text={t('text.against')} size="large" />
        </Card>
      </Desk>
      <div className={styles.bar}>
        <BottomBar>
          <Count value={347} unit={t('supports')} />
          <Button>{t('support')}</Button>
        </BottomBar>
      </div>
    </Section>
  );
}
