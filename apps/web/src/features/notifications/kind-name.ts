import { messagesOf } from '../../platform/messages.ts';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** What people call a kind of mail. */
export function kindName(kind: string): string {
  const key = `kind.${kind}`;
  return t.has(key) ? String(t(key as 'kind.other')) : t('kind.other');
}
