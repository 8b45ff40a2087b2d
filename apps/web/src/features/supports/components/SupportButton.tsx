import { useLocation } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import fr from '../messages/fr.json';
import { useSupport, useSupportFacts, type SupportFacts } from '../queries.ts';

const t = messagesOf(fr);

interface SupportButtonProps {
  facts: SupportFacts;
  /** What the policy says, and the code of the refusal. */
  permission: { readonly allowed: boolean; readonly reason: string | null };
  /** What is supported, for those who hear the button apart from its card. */
  title: string;
  size?: 'small' | 'normal';
  wide?: boolean;
  look?: 'main' | 'quiet';
}

/**
 * Supports a contribution or takes the support back. Visitors are led to sign in and back; disabled with its reason in sight, never hidden.
 * After the reader's own act the new count is said once; counts that move by others' acts are not.
 */
export function SupportButton({
  facts,
  permission: { allowed, reason },
  title,
  size = 'normal',
  wide = false,
  look = 'main',
}: SupportButtonProps) {
  const { pathname, search } = useLocation();
  const now = useSupportFacts(facts);
  const support = useSupport(now);
  const what = <VisuallyHidden> {t.rich('what', { title: <TownWords>{title}</TownWords> })}</VisuallyHidden>;
  if (reason === 'sign-in-required')
    return (
      <LinkButton look={look} size={size} wide={wide} icon="heart" to={addresses.signIn(`${pathname}${search}`)}>
        {t('do')}
        {what}
      </LinkButton>
    );
  const why = `why.${reason ?? ''}`;
  return (
    <>
      <Button
        look={now.mine ? 'quiet' : look}
        size={size}
        wide={wide}
        icon={now.mine ? 'check' : 'heart'}
        aria-pressed={now.mine}
        disabled={!allowed}
        reason={allowed ? undefined : t.has(why) ? t(why as 'why.phase-closed') : t('why.other')}
        onClick={() => support.mutate(!now.mine)}
      >
        {t(now.mine ? 'done' : 'do')}
        {what}
      </Button>
      <VisuallyHidden>
        <span role="status">{support.data && t(support.data.mine ? 'said.added' : 'said.removed', { count: support.data.count })}</span>
      </VisuallyHidden>
      {support.isPaused && <span role="status">{t('waiting')}</span>}
      <ProblemNote problem={support.error} />
    </>
  );
}
