import type { ReactNode } from 'react';
import { Link } from '../../../platform/router/router.tsx';
import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import type { AnswerClockView } from '@parvis/shared/contracts/responses.ts';
import { plannedEndOf } from '@parvis/shared/rules/calendar/planning.ts';
import { civilOf } from '@parvis/shared/rules/civil-time.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { useTimeZone } from '../../../ui/use-time-zone.ts';
import { deciderOf } from '../decider.ts';
import { firstSentence } from '../first-sentence.ts';
import fr from '../messages/fr.json';
import styles from './OpeningFacts.module.css';

const t = messagesOf(fr);

/** Until when, who decides, what happens then, who may take part: the four things that a consultation owes before the first act. */
export function OpeningFacts({
  consultation,
  clock,
  here,
}: {
  consultation: ConsultationPage;
  clock: AnswerClockView | null;
  here: string;
}) {
  const { decidedBy, decidedOn, responseDelayDays, whatThen, minLevel, visibility } = consultation;
  const { first, rest } = firstSentence(whatThen);
  return (
    <ul className={styles.facts}>
      <Fact icon="clock" title={<WhenTitle consultation={consultation} />}>
        <TownWords>{whatIsOn(consultation)}</TownWords>
      </Fact>
      {decidedBy && <Decider decidedBy={decidedBy} decidedOn={decidedOn} />}
      <Fact icon="arrow-right" title={first ? <TownWords>{first}</TownWords> : t('fact.then', { count: responseDelayDays })}>
        {rest && (
          <>
            <TownWords>{rest}</TownWords>{' '}
          </>
        )}
        {whatThen && <>{t('fact.delay', { count: responseDelayDays })} </>}
        {clock && clock.answered + clock.waiting + clock.late > 0 && (
          <>
            {t('fact.clock.answered', { count: clock.answered })}, {t('fact.clock.waiting', { count: clock.waiting })}
            {clock.late > 0 && <>, {t('fact.clock.late', { count: clock.late })}</>}.{' '}
            <Link to={`${here}/reponses`}>{t('fact.clock.link')}</Link>
          </>
        )}
      </Fact>
      {minLevel !== null && (
        <Fact icon="people" title={t(visibility === 'invited' ? 'fact.who.invited' : 'fact.who')}>
          {t(`fact.level.${minLevel}`)}
        </Fact>
      )}
    </ul>
  );
}

/** Who decides, and when; what was decided is said as past. */
function Decider({ decidedBy, decidedOn }: { decidedBy: string; decidedOn: string | null }) {
  const zone = useTimeZone();
  const { who, more } = deciderOf(decidedBy);
  const words = <TownWords>{who}</TownWords>;
  if (decidedOn === null)
    return (
      <Fact icon="hall" title={t.rich('fact.decides.undated', { who: words })}>
        <TownWords>{more}</TownWords>
      </Fact>
    );
  const isPast = decidedOn < civilOf(new Date().toISOString(), zone).slice(0, 10);
  return (
    <Fact icon="hall" title={t.rich(isPast ? 'fact.decided' : 'fact.decides', { who: words, date: <DateText date={decidedOn} /> })}>
      {more && (
        <>
          <TownWords>{more}</TownWords>.{' '}
        </>
      )}
      {!isPast && t('fact.decides.detail')}
    </Fact>
  );
}

function Fact({ icon, title, children }: { icon: IconName; title: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <Icon name={icon} size="large" className={styles.icon} />
      <div>
        <strong>{title}</strong>
        {children && <span className={styles.detail}>{children}</span>}
      </div>
    </li>
  );
}

/** The end that people look for, on the town's clocks; midnight is said as the last minute of the day. */
function WhenTitle({ consultation: { stage, opensAt, closesAt, closedAt } }: { consultation: ConsultationPage }) {
  const zone = useTimeZone();
  if (stage === 'upcoming' && opensAt && closesAt)
    return t.rich('fact.from-to', { start: <DateText date={opensAt} form="day" />, end: <DateText date={closesAt} end /> });
  if (stage === 'upcoming') return opensAt ? t.rich('fact.opens', { date: <DateText date={opensAt} form="weekday" /> }) : t('stage.soon');
  if (stage === 'finished')
    return (closedAt ?? closesAt)
      ? t.rich('fact.closed', { date: <DateText date={(closedAt ?? closesAt)!} end={!closedAt} /> })
      : t('stage.finished');
  if (closesAt === null) return t('fact.standing');
  const time = plannedEndOf(closesAt, zone).time;
  return t.rich('fact.until', {
    date: <DateText date={closesAt} form="weekday" end />,
    time: time === null ? t('fact.midnight') : <DateText date={closesAt} form="hour" />,
  });
}

/** The names of what is going on: phases of this moment; before anything opens the one that opens first, else the next one. */
function whatIsOn({ phases, stage, opensAt }: ConsultationPage): string {
  const first =
    stage === 'upcoming' && opensAt
      ? phases.find((phase) => phase.kind !== 'information' && Date.parse(phase.startsAt) === Date.parse(opensAt))
      : undefined;
  if (first) return first.title;
  const now = phases.filter((phase) => phase.when === 'now');
  const telling = now.filter((phase) => phase.kind !== 'information' && phase.kind !== 'follow-up');
  if (stage === 'open') return (telling.length > 0 ? telling : now).map((phase) => phase.title).join(' · ');
  return now.at(-1)?.title ?? phases.find((phase) => phase.when === 'future')?.title ?? '';
}
