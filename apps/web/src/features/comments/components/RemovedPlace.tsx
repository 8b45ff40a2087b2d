import { Link } from '../../../platform/router/router.tsx';
import type { ReplyView } from '@parvis/shared/contracts/comments.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** What stands where a comment was: who took it away and by which rule; its author is led to the words, which only he or she still reads. */
export function RemovedPlace({ comment: { id, isMine, place, mistake, moderation, publication } }: { comment: ReplyView }) {
  if (mistake)
    return (
      <>
        <p>{t.rich('place.mistake', { date: <DateText date={mistake.at} form="day" /> })}</p>
        <Disclosure summary={t('place.reason')}>
          <p>
            <TownWords>{mistake.reason}</TownWords>
          </p>
        </Disclosure>
      </>
    );
  const mine = isMine && publication !== 'erased' && <a href={`#mien-${id}`}>{t('place.mine')}</a>;
  if (!place)
    return (
      <p>
        {t(publication === 'erased' ? 'place.erased' : 'place.withdrawn')} {mine}
      </p>
    );
  return (
    <>
      <p>
        {t.rich(moderation === 'hidden' ? 'place.hidden' : 'place.correction', {
          date: <DateText date={place.decidedAt} form="day" />,
          rule: (
            <strong>
              <TownWords>{place.ruleTitle}</TownWords>
            </strong>
          ),
          number: <Link to={addresses.rule(place.ruleVersion, place.ruleNumber)}>{place.ruleNumber}</Link>,
        })}{' '}
        {mine}
      </p>
      <Disclosure summary={t('place.reason')}>
        <p>
          <TownWords>{place.reason}</TownWords>
        </p>
      </Disclosure>
    </>
  );
}
