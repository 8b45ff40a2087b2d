/** One wrong field of a request: `pointer` is an RFC 6901 pointer in a fragment (`#/title`), `detail` a sentence for the reader. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The problem document of RFC 9457 as the API sends it. */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
}

/**
 * What `call` throws: the API's refusal in the reader's language. `code` is stable and is what code asks; `title` and `detail`
 * are shown as they are. Code `offline` (status 0) means that no answer came at all.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly instance: string | undefined;
  readonly errors: readonly FieldProblem[];

  constructor(document: ProblemDocument) {
    super(document.code);
    this.name = 'Problem';
    this.status = document.status;
    this.code = document.code;
    this.title = document.title;
    this.detail = document.detail;
    this.instance = document.instance;
    this.errors = document.errors ?? [];
  }

  /** The plain document, for the page's state. */
  toJSON(): ProblemDocument {
    const { status, code, title, detail, instance, errors } = this;
    return { status, code, title, detail, ...(instance && { instance }), ...(errors.length > 0 && { errors }) };
  }
}

/** Whatever was thrown, as a problem: itself, or the unexpected in `words`. */
export function problemOf(thrown: unknown, words: { readonly title: string; readonly detail: string }): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem({ status: 500, code: 'internal-error', ...words });
}
