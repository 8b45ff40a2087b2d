import { Link, useNavigate, useQueryString } from '../../../platform/router/router.tsx';
import { useTownLang } from '../../../platform/town-words.tsx';
import type { Queue } from '@parvis/shared/contracts/moderation.ts';
import { flagGrounds } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { deskAt } from '../desk-place.ts';
import fr from '../messages/fr.json';
import type { QueueFilters as Filters } from '../queries.ts';
import { kindWord } from '../words.tsx';

const t = messagesOf(fr);

/** Narrows the queue: consultation, kind, ground, age. Folded away until somebody needs it. */
export function QueueFilters({ queue, filters }: { queue: Queue; filters: Filters }) {
  const query = useQueryString();
  const lang = useTownLang();
  const navigate = useNavigate();
  const isOn = Boolean(filters.consultation ?? filters.kind ?? filters.ground ?? filters.olderThanHours);
  return (
    <Disclosure summary={isOn ? t('filters.on') : t('filters')} open={isOn}>
      <Form
        key={query.toString()}
        warn={false}
        aria-label={t('filters')}
        onSubmit={(values) => {
          navigate(
            deskAt(query, {
              consultation: values.text('consultation'),
              nature: values.text('nature'),
              motif: values.text('motif'),
              age: values.text('age'),
              contribution: null,
            }),
          );
        }}
      >
        <SelectField
          name="consultation"
          label={t('filter.consultation')}
          required
          empty={t('filter.consultation.all')}
          defaultValue={filters.consultation}
          options={queue.consultations.map(({ id, title }) => ({ value: id, label: title, lang }))}
        />
        <SelectField
          name="nature"
          label={t('filter.kind')}
          required
          empty={t('filter.kind.all')}
          defaultValue={filters.kind}
          options={queue.kinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
        />
        <SelectField
          name="motif"
          label={t('filter.ground')}
          required
          empty={t('filter.ground.all')}
          defaultValue={filters.ground}
          options={flagGrounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
        />
        <SelectField
          name="age"
          label={t('filter.age')}
          required
          empty={t('filter.age.all')}
          defaultValue={filters.olderThanHours ? String(filters.olderThanHours) : null}
          options={(['24', '72', '168'] as const).map((hours) => ({ value: hours, label: t(`filter.age.${hours}`) }))}
        />
        <SubmitBar>
          <Button type="submit" size="small">
            {t('filter.apply')}
          </Button>
          {isOn && <Link to={deskAt(query, { consultation: null, nature: null, motif: null, age: null })}>{t('filter.clear')}</Link>}
        </SubmitBar>
      </Form>
    </Disclosure>
  );
}
