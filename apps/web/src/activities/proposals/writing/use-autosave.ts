import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { createDraft, saveDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { call } from '../../../platform/call.ts';
import { useViewer } from '../../../platform/site.tsx';
import { formValues } from '../../../ui/form/form-values.ts';
import { isWritten, keepOnDevice, writtenOf, type Written } from './draft.ts';

const deviceMs = 400;
const serverMs = 2_500;

/** How the draft stands: nothing to keep, kept on this device, kept on the server (at a moment), or not kept for now. */
export type Kept = { readonly where: 'nowhere' | 'device' | 'failed' } | { readonly where: 'server'; readonly at: string };

interface Autosave {
  readonly kept: Kept;
  /** Tell it that something was typed. */
  readonly touch: () => void;
  readonly draftId: RefObject<string | null>;
  /** No more: the draft was deposited or thrown away. */
  readonly stop: () => void;
}

/**
 * Keeps a form's text while it is typed: on the device at once, and for those who are signed in on the server too, so that it is
 * found again on another device; the last words too, when the page is left. A server that does not answer is asked again with the next words.
 */
export function useAutosave(activityId: string, box: RefObject<HTMLElement | null>, known: string | null): Autosave {
  const viewer = useViewer();
  const [kept, setKept] = useState<Kept>({ where: 'nowhere' });
  const draftId = useRef(known);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const sending = useRef(Promise.resolve());
  const stopped = useRef(false);
  const stop = (): void => {
    stopped.current = true;
    timers.current.forEach(clearTimeout);
  };
  const read = (): Written | null => {
    const form = box.current?.querySelector('form');
    return form ? writtenOf(formValues(new FormData(form), 'UTC')) : null;
  };
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      const written = timers.current.length > 0 && !stopped.current ? read() : null;
      timers.current.forEach(clearTimeout);
      if (written) keepOnDevice(activityId, written, draftId.current);
    };
  });
  useLayoutEffect(() => {
    // as a layout effect: the form is still there when the page is left
    const flush = (): void => leave.current();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const send = async (written: Written): Promise<void> => {
    const body = { ...written, pictures: [...written.pictures], title: written.title.slice(0, 140) };
    try {
      const draft = draftId.current
        ? await call(saveDraft, { params: { contributionId: draftId.current }, body })
        : await call(createDraft, { params: { activityId }, body });
      draftId.current = draft.id;
      keepOnDevice(activityId, written, draft.id);
      setKept({ where: 'server', at: draft.updatedAt });
    } catch {
      setKept({ where: 'failed' }); // said beside the button; the device has it
    }
  };
  const touch = (): void => {
    timers.current.forEach(clearTimeout);
    timers.current = [
      setTimeout(() => {
        const written = read();
        if (!written || stopped.current) return;
        keepOnDevice(activityId, written, draftId.current);
        setKept((before) => (before.where === 'server' ? before : { where: 'device' }));
      }, deviceMs),
      ...(viewer
        ? [
            setTimeout(() => {
              const written = read();
              if (written && isWritten(written) && !stopped.current) sending.current = sending.current.then(() => send(written));
            }, serverMs),
          ]
        : []),
    ];
  };
  return { kept, touch, draftId, stop };
}
