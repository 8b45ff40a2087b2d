import { useEffect, type RefObject } from 'react';
import { messagesOf } from '../../platform/messages.ts';
import fr from '../../platform/messages/fr.json';

const t = messagesOf(fr);

/**
 * Asks before typed text is lost, once: when the tab closes, or when a link leads away inside the site.
 * @param isKept the tab keeps what is typed: the same page in another language has it again, and nothing is asked
 */
export function useLeaveWarning(dirty: RefObject<boolean>, isOn: boolean, isKept: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (dirty.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent): void => {
      const link = (event.target as Element).closest?.('a[href]');
      const staysHere =
        !(link instanceof HTMLAnchorElement) ||
        link.target === '_blank' ||
        link.hasAttribute('download') ||
        link.getAttribute('href')!.startsWith('#') ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        event.button !== 0;
      if (staysHere || !dirty.current) return;
      if ((isKept && link.hasAttribute('hreflang')) || window.confirm(t('form.leave'))) {
        dirty.current = false; // a link that loads a whole page would be asked about again
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [dirty, isOn, isKept]);
}
