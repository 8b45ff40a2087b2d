import { TextField } from '../../../ui/form/TextField.tsx';

interface CodeFieldProps {
  label: string;
  help?: string;
  /** Letters too, for recovery codes. */
  letters?: boolean;
}

/** A code that was mailed, or that an authenticator shows; telephones offer to fill it in. */
export function CodeField({ label, help, letters = false }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      label={label}
      help={help}
      required
      size="medium"
      autoComplete="one-time-code"
      inputMode={letters ? 'text' : 'numeric'}
      maxLength={letters ? 40 : 9}
      spellCheck={false}
    />
  );
}
