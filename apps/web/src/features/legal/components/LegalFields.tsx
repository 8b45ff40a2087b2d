import { legalFields, type LegalField, type LegalValues } from '@parvis/shared/rules/legal-pages.ts';
import type { LegalPage } from '@parvis/shared/rules/words.ts';
import { conformities } from '@parvis/shared/contracts/site.ts';
import { messagesOf } from '../../../platform/messages.ts';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { DateField } from '../../../ui/form/DateField.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

interface LegalFieldsProps {
  readonly page: LegalPage;
  readonly values: LegalValues;
  /** What field names begin with: `values` in `values/publisher`. */
  readonly prefix: string;
}

/** The blanks of a legal page, in the order of the law. */
export function LegalFields({ page, values, prefix }: LegalFieldsProps) {
  return legalFields[page].map((field) => (
    <Blank key={field.name} field={field} name={`${prefix}/${field.name}`} value={values[field.name] ?? ''} />
  ));
}

function Blank({ field, name, value }: { field: LegalField; name: string; value: string }) {
  const helpKey = `field.${field.name}.help`;
  const common = {
    name,
    label: t(`field.${field.name}` as keyof typeof fr),
    required: field.required,
    help: t.has(helpKey) ? t(helpKey) : undefined,
    defaultValue: value,
  };
  switch (field.kind) {
    case 'lines':
      return <TextArea {...common} rows={3} />;
    case 'date':
      return <DateField {...common} />;
    case 'conformity':
      return (
        <RadioGroup
          {...common}
          options={conformities.map((one) => ({ value: one, label: t(`conformity.${one}`), description: t(`conformity.${one}.help`) }))}
        />
      );
    case 'email':
      return <TextField {...common} type="email" autoComplete="off" size="medium" />;
    default:
      return <TextField {...common} />;
  }
}

/** The blanks of a page by name, each with its words. */
export function blanksOf(page: LegalPage): Readonly<Record<string, string>> {
  return Object.fromEntries(legalFields[page].map(({ name }) => [name, t(`field.${name}` as keyof typeof fr)]));
}

/** What was typed into the blanks of a page, as the API takes it: every blank named, empty ones as ''. */
export function legalValuesOf(page: LegalPage, prefix: string, values: FormValues): Record<string, string> {
  return Object.fromEntries(legalFields[page].map(({ name }) => [name, values.text(`${prefix}/${name}`)]));
}
