import { useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '../../../platform/router/router.tsx';
import { flagGrounds } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { pageNotFound } from '../../../platform/not-found.ts';
import { Moved, definePage } from '../../../platform/page.ts';
import { useViewer } from '../../../platform/site.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { draftOf, numberOf, placeQuery } from '../../contributions/queries.ts';
import fr from '../messages/fr.json';
import { flagSubjectQuery, useFlag } from '../queries.ts';
import { cardTitle } from '../words.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** Anyone says what is wrong with a contribution of any kind. Its own page, so that it works on every phone and can be linked to. */
function FlagPage() {
  const { key = '' } = useParams();
  const { data: subject } = useSuspenseQuery(flagSubjectQuery(key));
  const [isSent, setSent] = useState(false);
  return (
    <Wrap width="read" className={styles.page}>
      <Stack gap={5}>
        {isSent ? (
          <PageTitle lead={t('flag.sent')}>{t('flag.sent.title')}</PageTitle>
        ) : (
          <PageTitle lead={t('flag.lead')}>{t('flag.title')}</PageTitle>
        )}
        {!isSent && (
          <Card as="section" aria-labelledby="contenu-signale">
            <h2 id="contenu-signale" className={styles.caseTitle}>
              {cardTitle(subject.card)}
            </h2>
            {subject.text && (
              <div className={styles.quote}>
                <LinkedText text={subject.text} />
              </div>
            )}
          </Card>
        )}
        {!isSent && subject.mayFlag && (
          <FlagForm
            contributionId={key}
            onSent={() => {
              setSent(true);
              document.getElementById('contenu')?.focus();
            }}
          />
        )}
        {!isSent && subject.refusal && <Notice>{subject.refusal.detail}</Notice>}
        {isSent && (
          <div>
            <LinkButton to={subject.card.path}>{t('flag.back')}</LinkButton>
          </div>
        )}
        <p className={styles.entryMeta}>
          <Link to={addresses.footer('moderation-rules')}>{t('flag.rules')}</Link>{' '}
          <Link to={addresses.moderationRegister}>{t('flag.register')}</Link>
        </p>
      </Stack>
    </Wrap>
  );
}

function FlagForm({ contributionId, onSent }: { contributionId: string; onSent: () => void }) {
  const viewer = useViewer();
  const flag = useFlag(contributionId);
  const [ground, setGround] = useState('');
  return (
    <Form
      problem={flag.error}
      {...(viewer && { draft: `flag-${contributionId}` })} // not the name and address of somebody without an account
      aria-label={t('flag.title')}
      onSubmit={(values) =>
        flag.mutate(
          {
            ground: values.choice('ground', flagGrounds) ?? ('' as 'other'),
            text: values.text('text'),
            ...(!viewer && { name: values.text('name'), email: values.text('email') }),
          },
          { onSuccess: onSent },
        )
      }
    >
      <RadioGroup
        name="ground"
        label={t('flag.ground')}
        required
        onChange={setGround}
        options={flagGrounds.map((one) => ({ value: one, label: t(`ground.${one}`) }))}
      />
      <TextArea
        name="text"
        label={t('flag.text')}
        help={t('flag.text.help')}
        rows={4}
        max={1_000}
        required={ground === 'illegal' || ground === 'other'}
      />
      {!viewer && (
        <Fieldset legend={t('flag.who')}>
          <TextField name="name" label={t('flag.name')} autoComplete="name" required />
          <TextField name="email" type="email" label={t('flag.email')} help={t('flag.email.help')} autoComplete="email" required />
        </Fieldset>
      )}
      <SubmitBar>
        <Button type="submit" loading={flag.isPending}>
          {t('flag.send')}
        </Button>
      </SubmitBar>
    </Form>
  );
}

export default definePage({
  load: async ({ params, fetch }) => {
    const found = numberOf(params['key'] ?? '');
    if (found === null) throw pageNotFound();
    if (found.length < 36) throw new Moved(addresses.flag((await fetch(placeQuery(found))).id));
    return [flagSubjectQuery(found), placeQuery(found)];
  },
  head: ({ params, read }) => ({
    title: t('flag.head'),
    unlisted: true,
    draftOf: draftOf(read(placeQuery(numberOf(params['key'] ?? '') ?? ''))),
  }),
  Page: FlagPage,
});
