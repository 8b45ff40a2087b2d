import { DomainError } from '../http/index.ts';

/** The bytes are not of a kind that this purpose takes, whatever the name says. */
export class FileNotAccepted extends DomainError {
  readonly code = 'file-not-accepted';
  readonly status = 415;
}

/** The picture is damaged or cut off. */
export class PictureUnreadable extends DomainError {
  readonly code = 'picture-unreadable';
  readonly status = 422;
}

/** The picture has more pixels than are opened. */
export class PictureTooManyPixels extends DomainError {
  readonly code = 'picture-too-many-pixels';
  readonly status = 422;
}

/** The PDF is damaged or cut off. */
export class DocumentUnreadable extends DomainError {
  readonly code = 'document-unreadable';
  readonly status = 422;
}
