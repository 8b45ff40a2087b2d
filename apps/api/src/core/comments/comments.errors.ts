import { DomainError, refuseOn } from '../../platform/http/index.ts';

/** Debates have two levels: a comment and its replies. Answers to a reply go below the same comment. */
export class ReplyTooDeep extends DomainError {
  readonly code = 'reply-too-deep';
  readonly status = 422;
  override readonly fields = [{ pointer: '#/parentId', code: 'not-valid' }];
}
refuseOn('comments_two_levels', () => new ReplyTooDeep());

/** The minutes in which an author may change a published comment are over. */
export class EditWindowOver extends DomainError {
  readonly code = 'edit-window-over';
  readonly status = 409;
}
