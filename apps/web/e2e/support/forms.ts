/** In the page: opens what is folded in and around a form. */
export function unfold(form: Element): void {
  for (const details of form.querySelectorAll('details')) details.open = true;
  for (let at: Element | null = form; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
}

/** In the page: fills every field of a form that can be changed with something else than what stands there, as a person would. */
export function fill(form: Element, wanted: Readonly<Record<string, string>>): void {
  const set = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')!.set!.call(control, value);
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const words: Readonly<Record<string, string>> = {
    email: 'ines.barrois@exemple.fr',
    password: 'les tilleuls de la place',
    date: '2027-03-14',
    'datetime-local': '2027-03-14T18:30',
    time: '18:30',
    color: '#1f5a3c',
    url: 'https://exemple.fr',
  };
  const chosen = new Set<string>();
  for (const control of [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select'),
  ].reverse()) {
    const { name, type } = control;
    if (control.disabled || control.matches('[readonly], [type=hidden], [type=file]') || !name) continue;
    if (control instanceof HTMLSelectElement) {
      const last = [...control.options].filter((option) => !option.disabled).at(-1);
      if (last) set(control, wanted[name] ?? last.value);
    } else if (type === 'radio') {
      if (!chosen.has(name)) control.click();
      chosen.add(name);
    } else if (type === 'checkbox') {
      if ((control as HTMLInputElement).checked === (control as HTMLInputElement).defaultChecked) control.click();
    } else
      set(
        control,
        wanted[name] ??
          words[type] ??
          (/numeric|decimal/.test(control.inputMode)
            ? '7'
            : control.matches('[autocomplete=one-time-code]')
              ? '123456'
              : `Ce que j’ai écrit, ${name}`),
      );
  }
}

/** In the page: everything that a form holds, field by field: typed, chosen, written in an editor, and the files. */
export function held(form: Element): string[] {
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input:not([type=file]), textarea, select'),
  ];
  const values = fields.map(
    (control) =>
      `${control.name} = ${control.matches('[type=checkbox], [type=radio]') ? `${control.value} ${(control as HTMLInputElement).checked}` : control.value}`,
  );
  return [...values, ...[...form.querySelectorAll<HTMLElement>('[contenteditable=true]')].map((editor) => editor.innerText)];
}
