import { Link } from '../../../platform/router/router.tsx';
import type { FrontPage } from '@parvis/shared/contracts/consultations.ts';
import { addresses } from '../../../platform/addresses.ts';
import { formatNumber, messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Grid } from '../../../ui/Stack.tsx';
import { StatusChip } from '../../contributions/components/StatusChip.tsx';
import fr from './messages/fr.json';
import styles from './Decisions.module.css';

const t = messagesOf(fr);

/** The town's voice: what it last answered, and how its promises stand. */
export function Decisions({ answers, commitments }: Pick<FrontPage, 'answers' | 'commitments'>) {
  const total = commitments.planned + commitments.underWay + commitments.done + commitments.abandoned;
  return (
    <Section
      look="band"
      title={t('decided.title')}
      lead={t('decided.lead')}
      {...(total > 0 && { link: { to: addresses.commitments, label: t('decided.commitments') } })}
    >
      {total > 0 && (
        <dl className={styles.counts}>
          {(['done', 'underWay', 'planned', 'abandoned'] as const)
            .filter((state) => state !== 'abandoned' || commitments.abandoned > 0)
            .map((state) => (
              <div key={state} className={styles[state]}>
                <dt>{t(`decided.${state}`, { count: commitments[state] })}</dt>
                <dd>{formatNumber(commitments[state])}</dd>
              </div>
            ))}
        </dl>
      )}
      {answers.length > 0 && (
        <Grid columns={answers.length === 2 ? 2 : 3}>
          {answers.map((answer) => (
            <Card key={answer.id} as="article" linked>
              <p>
                <StatusChip status={answer.status} />
              </p>
              <h3 className={styles.title}>
                <Link
                  className={cardLink}
                  to={
                    answer.contribution
                      ? `/p/${answer.contribution.number}`
                      : `${addresses.consultations}/${answer.consultation.slug}/reponses`
                  }
                >
                  <TownWords>{answer.contribution?.title || answer.consultation.title}</TownWords>
                </Link>
              </h3>
              <p className={styles.excerpt}>
                <TownWords>{answer.excerpt}</TownWords>
              </p>
              <Meta>
                <span>
                  <TownWords>{answer.signedAs}</TownWords>
                </span>
                <span>
                  <DateText date={answer.publishedAt} />
                </span>
              </Meta>
            </Card>
          ))}
        </Grid>
      )}
    </Section>
  );
}
