import { setupSteps } from '@parvis/shared/contracts/installation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Problem } from '../../../platform/problem.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { Promises } from '../components/Promises.tsx';
import { Skyline } from '../components/Skyline.tsx';
import fr from '../messages/fr.json';
import { installationQuery } from '../queries.ts';
import styles from './WelcomePage.module.css';

const t = messagesOf(fr);

function WelcomePage() {
  return (
    <>
      <div className={styles.band}>
        <Wrap className={styles.hero}>
          <PageTitle lead={t('welcome.lead')}>{t('welcome.title')}</PageTitle>
          <Skyline className={styles.skyline} />
        </Wrap>
      </div>
      <Wrap className={styles.page}>
        <Promises />
        <section className={styles.start} aria-labelledby="etapes">
          <h2 id="etapes">{t('welcome.steps')}</h2>
          <ol className={styles.steps}>
            {setupSteps.map((step) => (
              <li key={step}>{t(`step.${step}`)}</li>
            ))}
          </ol>
          <p className={styles.how}>{t('welcome.how')}</p>
        </section>
      </Wrap>
    </>
  );
}

export default definePage({
  load: async ({ fetch }) => {
    if (!(await fetch(installationQuery)).isEmpty)
      throw new Problem({
        status: 404,
        code: 'municipality-not-found',
        title: t('welcome.several.title'),
        detail: t('welcome.several.text'),
      });
    return [installationQuery];
  },
  head: () => ({ title: t('welcome.title'), description: t('welcome.lead'), unlisted: true }),
  Page: WelcomePage,
});
