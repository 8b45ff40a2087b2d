type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Texts as they were typed before the page was live: React writes over a textarea that was rendered with a text. */
const texts = new Map<HTMLTextAreaElement, string>();

const controls = 'input:not([type=hidden], [type=file], [type=submit], [type=button]), textarea, select';

/** Whether a control holds something else than what the page gave it: typed, chosen, or kept by the browser over a reload. */
export function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const given = [...control.options].find((option) => option.defaultSelected) ?? [...control.options].find((option) => !option.disabled);
    return given !== undefined && !given.selected;
  }
  return isBox(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

/** Whether anything was typed before the page was live; to be asked in an effect of its first view. */
export function hasEarlyInput(place: ParentNode): boolean {
  return [...place.querySelectorAll<Control>(controls)].some(isTouched);
}

/** Remembers what is typed from now on until `tellEarlyInput`, and what already is. Call it before React takes over what the server rendered. */
export function watchEarlyInput(): void {
  for (const area of document.querySelectorAll('textarea')) if (isTouched(area)) texts.set(area, area.value);
  document.addEventListener('input', note, true);
}

function note({ target }: Event): void {
  if (target instanceof HTMLTextAreaElement) texts.set(target, target.value);
}

/**
 * Tells the page of what was typed before its code had come: on a slow phone people write in what the server rendered. Each touched
 * control speaks again, as if it had changed just now, so that counters, similar texts, drafts and editors know what it holds.
 * Call it once, when the page has just become live.
 */
export function tellEarlyInput(): void {
  document.removeEventListener('input', note, true);
  for (const [area, typed] of texts) if (area.value !== typed) area.value = typed;
  texts.clear();
  for (const control of document.querySelectorAll<Control>(controls)) {
    if (!isTouched(control)) continue;
    // React takes what it finds for what it rendered, and would not hear of it. Its tracker is told otherwise; writing the value anew
    // would do the same, but move the caret of who is typing at this moment.
    (control as { _valueTracker?: { setValue(value: string): void } })._valueTracker?.setValue(
      isBox(control) ? String(control.defaultChecked) : '\0',
    );
    control.dispatchEvent(
      new Event(isBox(control) ? 'click' : control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  }
}

function isBox(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}
