import { messagesOf } from '../../../platform/messages.ts';
import { Notice } from '../../../ui/Notice.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Says that a setting is kept; what every page shows of it arrives with the next page that is loaded. */
export function Saved({ isSaved }: { isSaved: boolean }) {
  if (!isSaved) return null;
  return (
    <Notice tone="success" role="status" title={t('saved')} actions={<a href="">{t('saved.reload')}</a>}>
      {t('saved.text')}
    </Notice>
  );
}
