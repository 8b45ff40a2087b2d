import { messagesOf } from '../../../platform/messages.ts';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Whose sheet it is; `focus` when the sheet before was just entered. Read with `values.text('name')` and `values.flag('isAnother')`. */
export function PersonFields({ focus = false }: { focus?: boolean }) {
  return (
    <>
      <TextField name="name" label={t('person')} help={t('person.help')} required autoComplete="off" size="medium" autoFocus={focus} />
      <CheckboxField name="isAnother" label={t('person.another')} help={t('person.another.help')} />
    </>
  );
}
