import { useNavigate } from '../../../platform/router/router.tsx';
import type { ProposalPage, ProposalSort } from '@parvis/shared/activities/proposals/contract.ts';
import { statuses } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { useTownLang } from '../../../platform/town-words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { statusWords } from '../../../features/contributions/components/StatusChip.tsx';
import { listViewOf, params, searchOf, sortWord, type ListView } from '../list-view.ts';
import fr from './messages/fr.json';
import styles from './ProposalFilters.module.css';

const t = messagesOf(fr);
const sorts: readonly ProposalSort[] = ['random', 'supported', 'recent', 'discussed'];

/** Words, theme, quarter, status and order. A plain GET form: it works without script, and what it finds has an address. */
export function ProposalFilters({ page, view, hasSupports }: { page: ProposalPage; view: ListView; hasSupports: boolean }) {
  const navigate = useNavigate();
  const lang = useTownLang();
  const send = (data: FormData): void => {
    const query = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === 'string' && value !== '') query.set(name, value);
    navigate({ search: searchOf({ ...listViewOf(query), isMap: view.isMap }) });
  };
  const few = view.status !== '' || view.answered !== '' || view.area !== '';
  const known = sorts.filter((one) => hasSupports || one !== 'supported');
  const orders = view.words === '' ? known : [...known, 'relevance' as const];
  return (
    <search>
      <Form
        key={searchOf(view)}
        onSubmit={({ data }) => send(data)}
        warn={false}
        isAddress
        className={styles.filters}
        aria-label={t('filters')}
      >
        <div className={styles.main}>
          <TextField
            name={params.words}
            type="search"
            label={t('filter.words')}
            required
            defaultValue={view.words}
            placeholder={t('filter.words.example')}
            autoComplete="off"
          />
          {page.categories.length > 0 && (
            <SelectField
              name={params.category}
              label={t('filter.category')}
              required
              empty={t('filter.category.all')}
              defaultValue={view.category}
              options={page.categories.map((one) => ({ value: one.id, label: `${one.name} (${one.count})`, lang }))}
            />
          )}
          <SelectField
            name={params.sort}
            label={t('filter.sort')}
            required
            defaultValue={sortWord(page.sort)}
            options={orders.map((one) => ({ value: sortWord(one), label: t(`sort.${one}`) }))}
          />
          {view.isMap && <input type="hidden" name={params.view} value="carte" />}
          <Button type="submit" look="plain" icon="search">
            {t('filter.do')}
          </Button>
        </div>
        <Disclosure summary={t('filter.more')} open={few}>
          <div className={styles.more}>
            {page.areas.length > 0 && (
              <SelectField
                name={params.area}
                label={t('filter.area')}
                required
                empty={t('filter.area.all')}
                defaultValue={view.area}
                options={page.areas.map((one) => ({ value: one.id, label: one.name, lang }))}
              />
            )}
            <SelectField
              name={params.status}
              label={t('filter.status')}
              required
              empty={t('filter.status.all')}
              defaultValue={view.status}
              options={statuses.map((one) => ({ value: one, label: statusWords(one) }))}
            />
            <SelectField
              name={params.answered}
              label={t('filter.answered')}
              required
              empty={t('filter.answered.all')}
              defaultValue={view.answered && { yes: 'oui', no: 'non' }[view.answered]}
              options={[
                { value: 'oui', label: t('filter.answered.yes') },
                { value: 'non', label: t('filter.answered.no') },
              ]}
            />
          </div>
        </Disclosure>
      </Form>
    </search>
  );
}
