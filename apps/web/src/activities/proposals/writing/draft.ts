import type { FormValues } from '../../../ui/form/form-values.ts';
import type { ProposalDraft, saveDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';

/** What has been written so far, as the form begins with it. */
export type Written = Readonly<ParsedRequestOf<typeof saveDraft>>;

export const nothing: Written = { title: '', bodyHtml: '', categoryId: null, areaId: null, point: null, address: '', pictures: [] };

/** Reads the form. */
export function writtenOf(values: FormValues): Written {
  return {
    title: values.text('title'),
    bodyHtml: values.text('bodyHtml'),
    categoryId: values.optional('categoryId'),
    areaId: values.optional('areaId'),
    point: values.point('point'),
    address: values.text('address'),
    pictures: values.files('pictures').map(({ id, alt }) => ({ fileId: id, alt })),
  };
}

/** A draft of the server, as the form begins with it. */
export function writtenIn(draft: Pick<ProposalDraft, 'title' | 'bodyHtml' | 'categoryId' | 'areaId' | 'place' | 'pictures'>): Written {
  const { title, bodyHtml, categoryId, areaId, place, pictures } = draft;
  return {
    title,
    bodyHtml,
    categoryId,
    areaId,
    point: place.point,
    address: place.address,
    pictures: pictures.map(({ fileId, alt }) => ({ fileId, alt })),
  };
}

/** Whether there is anything that would be a loss. */
export function isWritten({ title, bodyHtml, address, point, pictures }: Written): boolean {
  return title.trim() !== '' || bodyHtml !== '' || address !== '' || point !== null || pictures.length > 0;
}

const keyOf = (activityId: string): string => `parvis:proposal:${activityId}`;

/** Keeps what a visitor wrote on the device until it is deposited: nothing is lost by signing in, a closed tab or a lost connection. */
export function keepOnDevice(activityId: string, written: Written, draftId: string | null): void {
  try {
    localStorage.setItem(keyOf(activityId), JSON.stringify({ ...written, draftId }));
  } catch {
    // No room, or storage is switched off: the page itself still holds the text.
  }
}

/** Silent where the browser keeps nothing (private mode). */
export function forgetOnDevice(activityId: string): void {
  try {
    localStorage.removeItem(keyOf(activityId));
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}

/** What the device kept, with the draft of the server that it also is; or null. */
export function readFromDevice(activityId: string): (Written & { readonly draftId: string | null }) | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(activityId)) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...nothing, draftId: null, ...(kept as Partial<Written>) } : null;
  } catch {
    return null; // not ours, or unreadable
  }
}
