import { messagesOf } from '../platform/messages.ts';
import { Button } from './Button.tsx';
import fr from './messages/fr.json';
import { useToast } from './Toast.tsx';

const t = messagesOf(fr);

interface CopyLinkProps {
  /** A whole address; the page's own when left out. */
  url?: string;
  look?: 'plain' | 'quiet';
  size?: 'small' | 'normal';
}

/** Copies an address. */
export function CopyLink({ url, look = 'plain', size = 'small' }: CopyLinkProps) {
  const say = useToast();
  const copy = async (): Promise<void> => say(t((await copied(url ?? location.href)) ? 'copied' : 'copy.by-hand'));
  return (
    <Button look={look} size={size} icon="link" onClick={() => void copy()}>
      {t('copy')}
    </Button>
  );
}

interface ShareButtonProps extends CopyLinkProps {
  title: string;
}

/** Hands the page on through the device's own share sheet; where there is none, copies its address. */
export function ShareButton({ url, title, look = 'plain', size = 'small' }: ShareButtonProps) {
  const say = useToast();
  const share = async (): Promise<void> => {
    const address = url ?? location.href;
    if (!navigator.share) return say(t((await copied(address)) ? 'copied' : 'copy.by-hand'));
    await navigator.share({ title, url: address }).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    });
  };
  return (
    <Button look={look} size={size} icon="share" onClick={() => void share()}>
      {t('share')}
    </Button>
  );
}

/** Whether the address is in the clipboard now; browsers refuse outside of https and when the reader said no. */
async function copied(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false; // the caller says how to do it by hand
  }
}
