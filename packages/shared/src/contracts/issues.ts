import type { z } from 'zod';

/** One wrong field: an RFC 6901 pointer in a URI fragment, a stable code, and values for the code's sentence. */
export interface InputIssue {
  readonly pointer: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

type ZodIssue = z.core.$ZodIssue;

const formats: Readonly<Record<string, string>> = { email: 'not-an-email', url: 'not-a-url', datetime: 'not-a-date', date: 'not-a-date', uuid: 'not-an-id' };

function pointerTo(path: readonly PropertyKey[]): string {
  return ['#', ...path.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')))].join('/');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined), input);
}

function sizeCode(issue: { code: 'too_small' | 'too_big'; origin: string }): string {
  const many = issue.origin === 'array' || issue.origin === 'set';
  const long = issue.origin === 'string';
  if (issue.code === 'too_small') return many ? 'too-few' : long ? 'too-short' : 'too-small';
  return many ? 'too-many' : long ? 'too-long' : 'too-big';
}

function issueOf(issue: ZodIssue, input: unknown): InputIssue[] {
  const pointer = pointerTo(issue.path);
  const isMissing = valueAt(input, issue.path) === undefined;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: 'unknown-field' }));
    case 'too_small':
      if (issue.origin === 'string' && valueAt(input, issue.path) === '') return [{ pointer, code: 'required' }];
      return [{ pointer, code: sizeCode(issue), values: { limit: Number(issue.minimum) } }];
    case 'too_big':
      return [{ pointer, code: sizeCode(issue), values: { limit: Number(issue.maximum) } }];
    case 'invalid_format':
      return [{ pointer, code: formats[issue.format] ?? 'wrong-form' }];
    case 'custom': {
      const { code = 'wrong-form', ...values } = (issue.params ?? {}) as { code?: string } & Record<string, string | number>;
      return [{ pointer, code, values }];
    }
    case 'invalid_value':
      return [{ pointer, code: isMissing ? 'required' : 'not-one-of' }];
    default:
      return [{ pointer, code: isMissing ? 'required' : 'wrong-type' }];
  }
}

/**
 * The faults that zod found in `input`, each with its field. A custom check gives its own code and values by
 * `params: { code: 'control-character', … }`.
 */
export function fieldErrorsOf(error: z.core.$ZodError, input: unknown): InputIssue[] {
  return error.issues.flatMap((issue) => issueOf(issue, input));
}
