import { DomainError } from '../../platform/http/index.ts';

/** The target was merged itself, or holds merged ones and would be merged: groups have one level. */
export class MergeChain extends DomainError {
  readonly code = 'merge-chain';
  readonly status = 409;
}

/** Only proposals of the same call can be merged. */
export class MergeElsewhere extends DomainError {
  readonly code = 'merge-elsewhere';
  readonly status = 409;
}

/** There is no merge to undo. */
export class NotMerged extends DomainError {
  readonly code = 'not-merged';
  readonly status = 409;
}

/** A person keeps at most 20 drafts in an activity. */
export class TooManyDrafts extends DomainError {
  readonly code = 'too-many-drafts';
  readonly status = 409;
}
