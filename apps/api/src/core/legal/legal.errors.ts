import { DomainError } from '../../platform/http/index.ts';

/** The town has not published this legal page, or not this version of it. */
export class LegalPageNotFound extends DomainError {
  readonly code = 'legal-page-not-found';
  readonly status = 404;
}

/** The town has not published rules of moderation, or not this version of them. */
export class ModerationRulesNotFound extends DomainError {
  readonly code = 'moderation-rules-not-found';
  readonly status = 404;
}

/** No consultation opens while required blanks are empty or rules unpublished. `missing` names them in the reader's language. */
export class LegalPagesIncomplete extends DomainError {
  readonly code = 'legal-pages-incomplete';
  readonly status = 409;

  constructor(values: { readonly missing: string }) {
    super(values);
  }
}
