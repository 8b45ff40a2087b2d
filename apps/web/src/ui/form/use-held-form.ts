import { useEffect, useState, type RefObject } from 'react';

/**
 * Holds the form of a file field back while a file is being sent: it would go without the file that it shows. True once somebody tried,
 * until the file has arrived: the field says it then.
 */
export function useHeldForm(input: RefObject<HTMLInputElement | null>, isSending: boolean): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const form = input.current?.form;
    if (!form || !isSending) return;
    const hold = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      setHeld(true);
    };
    form.addEventListener('submit', hold, true);
    return () => {
      form.removeEventListener('submit', hold, true);
      setHeld(false);
    };
  }, [input, isSending]);
  return isHeld;
}
