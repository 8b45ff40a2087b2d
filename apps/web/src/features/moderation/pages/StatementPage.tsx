import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '../../../platform/router/router.tsx';
import { reasonMaxLength, type StatementView } from '@parvis/shared/contracts/moderation.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { correctionPlace } from '../../contributions/correction-place.ts';
import fr from '../messages/fr.json';
import { statementQuery, useAppeal } from '../queries.ts';
import { cardTitle } from '../words.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** What was decided about one's own text, by which rule, why, how, and what one can do about it. */
function StatementPage() {
  const { decisionId = '' } = useParams();
  const { data: statement } = useSuspenseQuery(statementQuery(decisionId));
  const { decision, card } = statement;
  return (
    <Wrap width="read" className={styles.page}>
      <Stack gap={5}>
        <Crumbs crumbs={[{ label: t('statement.contributions'), to: addresses.myContributions }, { label: t('statement.head') }]} />
        <PageTitle
          lead={card.kind === 'comment' ? t.rich('statement.comment', { title: <TownWords>{card.title}</TownWords> }) : cardTitle(card)}
          meta={<span>{t.rich('statement.decided', { date: <DateText date={decision.decidedAt} form="time" /> })}</span>}
        >
          {t(`statement.title.${decision.act}`)}
        </PageTitle>
        <Section title={t('statement.what')}>
          <div className={styles.quote}>
            <LinkedText text={statement.text} />
          </div>
        </Section>
        <Section title={t('statement.rule')}>
          <p>
            <strong>
              {t.rich('statement.rule.line', { number: decision.rule.number, rule: <TownWords>{decision.rule.title}</TownWords> })}
            </strong>
          </p>
          <p className={styles.ruleBody}>
            <TownWords>{decision.rule.body}</TownWords>
          </p>
        </Section>
        <Section title={t('statement.reason')}>
          <LinkedText text={decision.reason} />
        </Section>
        <Section title={t('statement.how')}>
          <p>{t(statement.followedFlags ? 'statement.how.flags' : 'statement.how.own')}</p>
        </Section>
        {decision.act === 'ask-correction' && card.states.moderation === 'correction-asked' && (
          <div>
            <LinkButton to={correctionPlace(card)}>{t('statement.correct')}</LinkButton>
          </div>
        )}
        <Appeal statement={statement} />
      </Stack>
    </Wrap>
  );
}

function Appeal({ statement }: { statement: StatementView }) {
  const appeal = useAppeal(statement.decision.id);
  const say = useToast();
  const made = statement.appeal;
  if (made) {
    return (
      <Card as="section" look="marked" aria-labelledby="recours">
        <h2 id="recours">{t('statement.appealed')}</h2>
        <LinkedText text={made.text} />
        {!made.outcome && (
          <p className={styles.soft}>{t.rich('statement.appealed.waiting', { date: <DateText date={made.createdAt} /> })}</p>
        )}
        {made.outcome && (
          <>
            <h3>{t('statement.outcome')}</h3>
            <p>
              <strong>
                {t(made.outcome.act === statement.decision.act ? 'statement.outcome.upheld' : 'statement.outcome.overturned')}
              </strong>
            </p>
            <LinkedText text={made.outcome.reason} />
            <p className={styles.soft}>{t('statement.court')}</p>
          </>
        )}
      </Card>
    );
  }
  if (!statement.mayAppeal)
    return statement.refusal && statement.refusal.code !== 'not-appealable' ? <Notice>{statement.refusal.detail}</Notice> : null;
  return (
    <Card as="section" aria-labelledby="recours">
      <h2 id="recours">{t('statement.appeal')}</h2>
      <p>{t.rich('statement.appeal.lead', { date: <DateText date={statement.appealUntil} /> })}</p>
      <Form
        problem={appeal.error}
        aria-labelledby="recours"
        onSubmit={(values) => appeal.mutate(values.text('text'), { onSuccess: () => say(t('statement.appeal.sent')) })}
      >
        <TextArea name="text" label={t('statement.appeal.text')} rows={5} max={reasonMaxLength} required />
        <SubmitBar>
          <Button type="submit" loading={appeal.isPending}>
            {t('statement.appeal.send')}
          </Button>
        </SubmitBar>
      </Form>
      <p className={styles.soft}>{t('statement.court')}</p>
    </Card>
  );
}

export default definePage({
  load: ({ params }) => [statementQuery(params['decisionId'] ?? '')],
  head: () => ({ title: t('statement.head'), unlisted: true }),
  Page: StatementPage,
  needs: 'account',
});
