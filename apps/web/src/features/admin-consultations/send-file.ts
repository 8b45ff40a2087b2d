import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { call } from '../../platform/call.ts';
import type { SendFile } from '../../ui/form/use-uploads.ts';

/** Sends a file for a purpose, as soon as it is chosen. */
export function sendAs(purpose: 'cover' | 'document'): SendFile {
  return (file, onProgress, signal) => call(uploadFile, { query: { purpose }, body: file, fileName: file.name, onProgress, signal });
}
