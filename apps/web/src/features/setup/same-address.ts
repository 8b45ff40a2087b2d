import { useRef, type FormEvent } from 'react';

/**
 * For a form that asks for an e-mail address under several titles: what is typed into the field `first` is written into `others` too,
 * as long as these are empty or still hold the same; one that was changed by hand keeps its own. Put it on a part of the form that holds all of them.
 */
export function useSameAddress(first: string, others: readonly string[]): (event: FormEvent<HTMLElement>) => void {
  const last = useRef<string | null>(null);
  return (event) => {
    const typed = event.target;
    if (!(typed instanceof HTMLInputElement) || typed.name !== first) return;
    const before = last.current ?? typed.defaultValue;
    last.current = typed.value;
    for (const name of others) {
      const other = typed.form?.elements.namedItem(name);
      if (other instanceof HTMLInputElement && (other.value === '' || other.value === before)) other.value = typed.value;
    }
  };
}
