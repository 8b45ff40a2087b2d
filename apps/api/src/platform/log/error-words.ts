interface Told {
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly driverError?: Told;
}

/** What a log line says of an error: its kind, codes and place in the program, and its sentence only where nobody typed a part of it. */
export interface ErrorWords {
  readonly type: string;
  readonly code?: string;
  /** Of the database: names of the schema, never values. */
  readonly constraint?: string;
  readonly table?: string;
  readonly message: string;
  /** Frames of the stack; its head repeats the message, and with it what a statement was given. */
  readonly at: readonly string[];
  readonly cause?: ErrorWords;
}

/**
 * Describes an error without what people typed. The database quotes values in its messages, and an error of the driver carries the whole
 * statement; parsers quote what they were given; the sentences of others are told without addresses, quotations and long secrets.
 */
export function wordsOf(error: unknown, depth = 0): ErrorWords {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something was thrown that is no error', at: [] };
  const told = error as Error & Told;
  const driver = told.driverError ?? told;
  return {
    type: error.name,
    ...named('code', driver.code ?? told.code),
    ...named('constraint', driver.constraint),
    ...named('table', driver.table),
    message: messageOf(error, told),
    at: framesOf(error.stack),
    ...(error.cause instanceof Error && depth < 3 && { cause: wordsOf(error.cause, depth + 1) }),
  };
}

function messageOf(error: Error, { driverError, severity }: Told): string {
  if (driverError !== undefined || typeof severity === 'string') return 'database error';
  if (error.name === 'SyntaxError' || error.name.includes('Zod')) return 'not readable';
  return scrubbed(error.message);
}

/** A sentence of the program or of a library, on one line, without what may be somebody's: addresses of mail and net, quotations, tokens. */
export function scrubbed(sentence: string): string {
  return sentence
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|«[^»]*»|“[^”]*”|‘[^’]*’/g, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\b/gi, '…')
    .replace(/[\w-]{20,}/g, '…')
    .slice(0, 300);
}

function framesOf(stack = ''): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().slice(3))
    .slice(0, 20);
}

/** Codes and names of the schema are short words; anything else is left out. */
function named<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? ({ [key]: value } as Record<K, string>) : {};
}
