import { Fragment, createElement, type ReactNode } from 'react';
import { LANG } from './lang.ts';

type Plural = { readonly other: string } & Readonly<Record<string, string>>;
type Sentences = Readonly<Record<string, string | Plural>>;
type Value = string | number;
type Values<S> = S extends string
  ? [values?: Readonly<Record<string, Value>>]
  : [values: { readonly count: number } & Readonly<Record<string, Value>>];
type RichValue = ReactNode | ((inside: string) => ReactNode);

/** The sentences of one message file; `rich` is for sentences that hold a link or a component. */
export interface Messages<M extends Sentences> {
  /** The sentence under `key`; `{name}` takes from `values` (numbers are written as the language writes them). */
  <K extends keyof M>(key: K, ...values: Values<M[K]>): string;
  /** The same with nodes: `{name}` takes a node, `<name>words</name>` is given to the function `name`. */
  rich<K extends keyof M>(key: K, values: Readonly<Record<string, RichValue>>): ReactNode;
  /** Whether the file has this key; for keys made of a code, such as `status.${code}`. */
  has(key: string): key is Extract<keyof M, string>;
}

const plurals = new Intl.PluralRules(LANG);
const numbers = new Intl.NumberFormat(LANG);

/** A number as the language writes it: 8 412 in French, with a narrow no-break space. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/**
 * Reads a message file: `const t = messagesOf(fr)` with `import fr from './messages/fr.json'`; the English build swaps the file.
 * A key holds a sentence, or the forms of Intl.PluralRules chosen by `count` (French: one for 0 and 1, many for whole millions, other).
 */
export function messagesOf<const M extends Sentences>(sentences: M): Messages<M> {
  const sentence = (key: keyof M, values: Readonly<Record<string, unknown>>): string => {
    const found = sentences[key];
    if (found === undefined) return String(key);
    return typeof found === 'string' ? found : (found[plurals.select(Number(values['count']))] ?? found.other);
  };
  const t = (key: keyof M, values: Readonly<Record<string, Value>> = {}): string =>
    sentence(key, values).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? formatNumber(value) : value;
    });
  const rich = (key: keyof M, values: Readonly<Record<string, RichValue>>): ReactNode =>
    sentence(key, values)
      .split(/(\{\w+\}|<\w+>.*?<\/\w+>)/g)
      .map((part, at) => {
        const [, name = '', inside] = /^[{<](\w+)(?:\}|>(.*)<)/.exec(part) ?? [];
        const value = name ? values[name] : undefined;
        if (value === undefined) return part;
        const node = typeof value === 'function' ? value(inside ?? '') : typeof value === 'number' ? formatNumber(value) : value;
        return createElement(Fragment, { key: at }, node);
      });
  return Object.assign(t, { rich, has: (key: string): key is Extract<keyof M, string> => key in sentences }) as Messages<M>;
}
