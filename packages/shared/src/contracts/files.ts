import { z } from 'zod';
import { maxUploadBytes, pictureWidths } from '../rules/file-rules.ts';
import { filePurposes } from '../rules/words.ts';
import { uuid } from './fields.ts';
import { route } from './route.ts';

/** A stored file as answers show it. `url` begins at the root of the host; pictures take `?w=400` or `?w=960`. `pages` of PDFs, where they could be counted. */
export const FileView = z
  .object({
    id: z.string(),
    url: z.string(),
    mediaType: z.string(),
    bytes: z.int().nonnegative(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    pages: z.int().nullable(),
    name: z.string(),
  })
  .meta({ id: 'FileView' });
export type FileView = z.infer<typeof FileView>;

/**
 * Takes one file as the raw body, its name in X-File-Name (percent-encoded). Sizes, kinds and roles by purpose: rules/file-rules.ts.
 * The file is its uploader's until something published shows it; what nothing uses is removed after a day.
 */
export const uploadFile = route({
  method: 'POST',
  path: '/files',
  summary: 'Upload a file for later use in a form',
  query: z.strictObject({ purpose: z.enum(filePurposes) }),
  upload: { maxBytes: maxUploadBytes },
  response: FileView,
  refusals: [
    'sign-in-required',
    'role-required',
    'second-factor-required',
    'file-not-accepted',
    'picture-unreadable',
    'picture-too-many-pixels',
    'document-unreadable',
  ],
});

/** The file itself. Pictures are shown, everything else is offered for saving. The name is for people: the id alone decides. */
export const readFile = route({
  method: 'GET',
  path: '/files/:fileId/:name',
  summary: 'Read a file',
  params: z.object({ fileId: uuid, name: z.string().max(400) }),
  query: z.object({ w: z.enum(pictureWidths.map(String)).optional() }),
  produces: 'application/octet-stream',
  refusals: ['file-not-found'],
});
