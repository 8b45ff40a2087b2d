import type { AuthorView } from '@parvis/shared/contracts/contributions.ts';
import { messagesOf } from '../../../platform/messages.ts';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** Who wrote something. `level` says too how far the person was verified, or by which door the words came in. */
export function AuthorName({ author, level = false }: { author: AuthorView; level?: boolean }) {
  const name = author.name === '' ? t('author.erased') : author.name;
  return level ? (
    <>
      <strong>{name}</strong> <span>{levelWords(author)}</span>
    </>
  ) : (
    <span>{name}</span>
  );
}

/** How far a person was verified, in words. */
function levelWords({ level, source }: Pick<AuthorView, 'level' | 'source'>): string {
  if (source === 'paper' || source === 'town' || source === 'group') return t(`source.${source}`);
  return t(`level.${level}`);
}
