import { useRef, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Kbd } from '../Kbd.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import type { FieldProps } from './Field.tsx';
import { useField } from './form-context.ts';
import styles from './Choices.module.css';

/** One of several choices. */
interface RadioOption {
  readonly value: string;
  readonly label: string;
  readonly description?: ReactNode;
  /** The key that chooses it, anywhere on the page but in text: "G". */
  readonly kbd?: string;
  /** Not to be chosen now; `description` says why. */
  readonly disabled?: boolean;
}

interface RadioGroupProps extends Omit<FieldProps, 'hideLabel'> {
  options: readonly RadioOption[];
  defaultValue?: string | null | undefined;
  /** `cards` are big choices with their description; `inline` sets short ones side by side. */
  layout?: 'list' | 'inline' | 'cards';
  onChange?: (value: string) => void;
}

/** One choice out of few, all in sight. Read with `values.choice(name, words)` or `values.text(name)`. */
export function RadioGroup({ name, label, help, required, className, options, defaultValue, layout = 'list', onChange }: RadioGroupProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  const box = useRef<HTMLDivElement>(null);
  useShortcuts(options.flatMap(({ kbd, value, disabled }) => (kbd && !disabled ? [[kbd, () => choose(box.current, value)] as const] : [])));
  const isCard = layout === 'cards';
  return (
    <ChoiceGroup
      ties={ties}
      label={label}
      help={help}
      required={required}
      role="radiogroup"
      className={classNames(isCard && styles.big, className)}
    >
      <div className={styles[layout]} ref={box}>
        {options.map((option) => (
          <label key={option.value} className={classNames(isCard ? styles.card : styles.line, option.disabled && styles.off)}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={required}
              aria-keyshortcuts={option.kbd}
              onChange={(event) => onChange?.(event.target.value)}
              className={styles.box}
            />
            <span className={styles.words}>
              <span className={styles.title}>{option.label}</span>
              {option.description && <span className={styles.description}>{option.description}</span>}
            </span>
            {option.kbd && <Kbd>{option.kbd}</Kbd>}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}

function choose(box: HTMLElement | null, value: string): void {
  const radio = box?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(value)}"]`);
  radio?.click();
  radio?.focus();
}
