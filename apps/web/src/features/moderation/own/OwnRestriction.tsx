import { Link } from '../../../platform/router/router.tsx';
import type { OwnRestriction as Restriction } from '@parvis/shared/contracts/moderation.ts';
import { isRestricting } from '@parvis/shared/rules/moderation.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PlainText } from '../../../ui/rich/RichText.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

interface OwnRestrictionProps {
  readonly restriction: Restriction;
  /** Where the text is corrected, when a moderator asked for it and the page has no form of its own. */
  readonly correctAt?: string;
}

/** For authors, above their own text: what moderation decided, by which rule and why, who still reads it, and what they can do. */
export function OwnRestriction({ restriction: { decision, appeal, mayAppeal }, correctAt }: OwnRestrictionProps) {
  if (!isRestricting(decision.act)) return null;
  const { rule } = decision;
  return (
    <Notice tone="wait" title={t(`own.${decision.act}`)}>
      <Stack gap={3}>
        <p>{t(`own.${decision.act}.who`)}</p>
        <p>
          <strong>{t.rich('own.rule', { number: rule.number, title: <TownWords>{rule.title}</TownWords> })}</strong>{' '}
          <Link to={addresses.rule(rule.version, rule.number)}>{t('own.rule.read')}</Link>
        </p>
        <PlainText text={decision.reason} />
        {appeal && (
          <p>
            {t.rich(appeal.settledAt ? 'own.appeal.settled' : 'own.appeal.waiting', {
              date: <DateText date={appeal.settledAt ?? appeal.createdAt} form="day" />,
            })}
          </p>
        )}
        <Row gap={3}>
          {correctAt && (
            <LinkButton size="small" icon="pen" to={correctAt}>
              {t('own.correct')}
            </LinkButton>
          )}
          <LinkButton look="quiet" size="small" to={addresses.decision(decision.id)}>
            {t(mayAppeal ? 'own.appeal' : 'own.decision')}
          </LinkButton>
        </Row>
      </Stack>
    </Notice>
  );
}
