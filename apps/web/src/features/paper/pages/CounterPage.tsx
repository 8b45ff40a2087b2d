import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '../../../platform/router/router.tsx';
import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords, useTownLang } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Meta, PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';
import { batchesQuery, paperConsultationsQuery, sendScan, useOpenBatch } from '../queries.ts';

const t = messagesOf(fr);

function CounterPage() {
  const { data: consultations } = useSuspenseQuery(paperConsultationsQuery);
  const batches = useSuspenseInfiniteQuery(batchesQuery);
  const items = batches.data.pages.flatMap((page) => page.items);
  return (
    <Wrap width="work">
      <Stack gap={6}>
        <PageTitle lead={t('counter.lead')}>{t('counter.title')}</PageTitle>
        <Section title={t('open.title')} lead={t('open.lead')}>
          {consultations.items.length === 0 ? (
            <EmptyState icon="paper" title={t('open.none')}>
              {t('open.none.detail')}
            </EmptyState>
          ) : (
            <OpenBatch consultations={consultations.items} />
          )}
        </Section>
        {consultations.items.length > 0 && (
          <Section title={t('forms.title')} lead={t('forms.lead')}>
            <ul>
              {consultations.items.map((one) => (
                <li key={one.id}>
                  <Link to={`${addresses.consultations}/${one.slug}/papier`}>
                    {t.rich('forms.one', { title: <TownWords>{one.title}</TownWords> })}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {items.length > 0 && (
          <Section title={t('batches.title')}>
            <Stack as="ul" gap={3}>
              {items.map((one) => (
                <Card as="li" key={one.id} linked>
                  <h3>
                    <Link className={cardLink} to={`${addresses.counter}/lots/${one.id}`}>
                      {t('batch', { number: String(one.number) })}
                      {one.label && (
                        <>
                          {' '}
                          · <TownWords>{one.label}</TownWords>
                        </>
                      )}
                    </Link>
                  </h3>
                  <Meta>
                    <span>
                      <TownWords>{one.consultation.title}</TownWords>
                    </span>
                    <span>{t.rich('received', { date: <DateText date={one.receivedOn} form="long" /> })}</span>
                    <span>{t('batch.agent', { name: one.enteredBy })}</span>
                  </Meta>
                  <p>{t('batch.figures', { proposals: one.proposals, supports: one.supports, comments: one.comments })}</p>
                </Card>
              ))}
            </Stack>
            <LoadMore
              more={batches.hasNextPage}
              onMore={() => void batches.fetchNextPage()}
              loading={batches.isFetchingNextPage}
              problem={batches.error}
            />
          </Section>
        )}
      </Stack>
    </Wrap>
  );
}

function OpenBatch({ consultations }: { consultations: readonly { readonly id: string; readonly title: string }[] }) {
  const navigate = useNavigate();
  const lang = useTownLang();
  const open = useOpenBatch((batch) => navigate(`${addresses.counter}/lots/${batch.id}`));
  return (
    <Form
      problem={open.error}
      onSubmit={(values) =>
        open.mutate({
          consultationId: values.text('consultationId'),
          receivedOn: values.text('receivedOn'),
          label: values.text('label'),
          scanFileId: values.files('scanFileId')[0]?.id ?? null,
        })
      }
    >
      <SelectField
        name="consultationId"
        label={t('consultation')}
        required
        options={consultations.map(({ id, title }) => ({ value: id, label: title, lang }))}
        defaultValue={consultations[0]!.id}
      />
      <DateField name="receivedOn" label={t('received-on')} help={t('received-on.help')} required />
      <TextField name="label" label={t('label')} help={t('label.help')} size="medium" autoComplete="off" />
      <FileField
        name="scanFileId"
        label={t('scan')}
        help={t('scan.help')}
        send={sendScan}
        accept="image/*,.pdf"
        maxBytes={fileRules.scan.maxBytes}
        alt={false}
      />
      <SubmitBar>
        <Button type="submit" icon="plus" loading={open.isPending}>
          {t('open.do')}
        </Button>
      </SubmitBar>
    </Form>
  );
}

export default definePage({
  needs: ['facilitator', 'administrator'],
  load: () => [paperConsultationsQuery, batchesQuery],
  head: () => ({ title: t('counter.title'), unlisted: true }),
  Page: CounterPage,
});
