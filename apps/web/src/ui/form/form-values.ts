import { instantOf } from '@parvis/shared/rules/civil-time.ts';

/** A file that was sent before, with the words for those who do not see it. */
interface FileValue {
  readonly id: string;
  readonly alt: string;
}

/** What was typed, read by field name. `data` is the browser's FormData; a chosen button counts with its name and value. */
export interface FormValues {
  readonly data: FormData;
  /** As typed; '' when the field is empty or not there. */
  text(name: string): string;
  /** As typed, or null when empty: for what may be left out. */
  optional(name: string): string | null;
  /** Of a number field; null when empty or not a number. */
  number(name: string): number | null;
  /** Whether the box is ticked. */
  flag(name: string): boolean;
  /** The ticked values of a CheckboxGroup, in their order. */
  list(name: string): string[];
  /** One of `words`, which types the answer; undefined when none is chosen. */
  choice<W extends string>(name: string, words: readonly W[]): W | undefined;
  /** Of a DateTimeField: the moment as ISO 8601 in UTC; null when empty or not a time. */
  instant(name: string): string | null;
  /** Of a MapPicker; null when no place was chosen. */
  point(name: string): { readonly lon: number; readonly lat: number } | null;
  /** Of a FileField: what was sent, in the order shown. */
  files(name: string): FileValue[];
}

/** Reads a form's data. @param zone the town's time zone, in which people type times */
export function formValues(data: FormData, zone: string): FormValues {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    data,
    text,
    optional: (name) => (text(name).trim() === '' ? null : text(name)),
    number: (name) => {
      const typed = text(name).replace(/\s/g, '').replace(',', '.');
      return typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed);
    },
    flag: (name) => data.has(name),
    list: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
    choice: (name, words) => words.find((word) => word === text(name)),
    instant: (name) => instantOf(text(name), zone),
    point: (name) => (data.has(`${name}/lon`) ? { lon: Number(text(`${name}/lon`)), lat: Number(text(`${name}/lat`)) } : null),
    files: (name) => {
      const found: FileValue[] = [];
      for (let at = 0; data.has(`${name}/${at}/id`); at += 1)
        found.push({ id: text(`${name}/${at}/id`), alt: text(`${name}/${at}/alt`).trim() });
      return found;
    },
  };
}
