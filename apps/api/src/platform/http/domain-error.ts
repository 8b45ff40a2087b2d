/** A field that is wrong: where (RFC 6901 pointer in a fragment, such as `#/title`), a stable code, and values for its sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A refusal with a name. One class each; `code` is stable and public, `status` an HTTP status, and the sentences stand in the
 * room's messages under `problems.<code>.title` and `.detail`, where `{name}` takes from `values`.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  /** Only for refusals that end by themselves: seconds after which trying again makes sense. */
  readonly retryAfterSeconds?: number;
  readonly fields: readonly FieldError[] = [];

  constructor(readonly values: Readonly<Record<string, string | number>> = {}) {
    super();
    this.name = new.target.name;
  }
}
