import { messagesOf } from '../../../platform/messages.ts';
import { TextField } from '../../../ui/form/TextField.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** A password that is being chosen, with the rule in sight before it can be broken. */
export function NewPasswordField({ label = t('password.new') }: { label?: string }) {
  return (
    <TextField
      name="password"
      type="password"
      label={label}
      help={t('password.rule')}
      required
      autoComplete="new-password"
      maxLength={200}
    />
  );
}

/** The password in use, asked again before what matters. */
export function CurrentPasswordField() {
  return (
    <TextField
      name="currentPassword"
      type="password"
      label={t('password.current')}
      required
      autoComplete="current-password"
      maxLength={800}
    />
  );
}
