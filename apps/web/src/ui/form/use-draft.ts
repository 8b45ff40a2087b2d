import { useEffect, type RefObject } from 'react';
import { isTouched } from '../../platform/early-input.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** A box or radio is kept by its value and whether it is ticked. */
type Kept = readonly { readonly name: string; readonly value: string; readonly ticked: boolean }[];

const plain = 'input:not([type=password], [type=file], [type=hidden], [type=submit], [readonly]), textarea, select';

/**
 * Keeps what is typed in this tab's storage under `key`, and puts it back when the form comes again: after a reload, or after signing
 * in anew. Passwords, files and composed fields (editor, map) are not kept; all is gone when the tab closes. Does nothing without a key.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, key: string | undefined): { keep(): void; forget(): void } {
  const place = key && `parvis.draft.${key}`;
  useEffect(() => {
    const text = place && sessionStorage.getItem(place);
    if (text && form.current) fill(form.current, JSON.parse(text) as Kept);
  }, [form, place]);
  return {
    keep: () => {
      if (place && form.current) sessionStorage.setItem(place, JSON.stringify(read(form.current)));
    },
    forget: () => {
      if (place) sessionStorage.removeItem(place);
    },
  };
}

function controls(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>(plain)].filter((control) => control.name !== '' && control.form === form);
}

function isBox(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

function read(form: HTMLFormElement): Kept {
  return controls(form).map((control) => ({ name: control.name, value: control.value, ticked: isBox(control) && control.checked }));
}

/** As if it were typed again, so that counters and listeners learn of it. */
function fill(form: HTMLFormElement, kept: Kept): void {
  for (const control of controls(form)) {
    const found = kept.find((one) => one.name === control.name && (!isBox(control) || one.value === control.value));
    if (!found || isTouched(control)) continue; // what was typed before the page was live is newer
    if (isBox(control)) {
      if (control.checked !== found.ticked && (found.ticked || control.type === 'checkbox')) control.click();
    } else if (control.value !== found.value) {
      // React's own setter would hide the change from React.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')!.set!.call(control, found.value);
      control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    }
  }
}
