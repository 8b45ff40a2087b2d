import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';
import type { NoticeKind } from '@parvis/shared/rules/notices.ts';
import type { Town } from '../../platform/http/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import type { Facts } from './notices.queries.ts';

/** What a mail about one event is made of. */
export interface Material {
  readonly town: Town;
  readonly language: Language;
  readonly kind: NoticeKind;
  readonly facts: Facts;
  /** The contributions that concern this reader, as they stand now; the first gives the title. */
  readonly cards: readonly ContributionCard[];
}

/** The texts of a mail, as `queueMail` takes them, without the reason. */
export interface LetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly url: string };
}

/** The page of an address below the language. */
export function pageUrl(town: Town, language: Language, path: string): string {
  return `${town.origin}${town.base}/${language}${path}`;
}

/** The words by which people know a contribution: its title or, without one, its beginning. */
export function titleOf(card: ContributionCard | undefined): string {
  if (!card) return '';
  return card.title || (card.excerpt.length > 60 ? `${card.excerpt.slice(0, 59).trimEnd()}…` : card.excerpt);
}

/** A moment as the town's people read it; a day without an hour when `text` is one. */
function momentOf(language: Language, timeZone: string, text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text))
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(text));
}

type Write = (m: Material, t: (key: string, values?: Readonly<Record<string, string | number>>) => string) => LetterText;
const word = (facts: Facts, key: string): string => String(facts[key] ?? '');
const buttonTo = ({ town, language, cards }: Material, label: string): LetterText['button'] =>
  cards[0] ? { label, url: pageUrl(town, language, cards[0].path) } : undefined;
const withButton = (text: Omit<LetterText, 'button'>, button: LetterText['button']): LetterText => (button ? { ...text, button } : text);

const responded: Write = (m, t) => {
  const values = { title: titleOf(m.cards[0]), activity: word(m.facts, 'activity'), status: t(`status.${word(m.facts, 'status')}`) };
  const whole = m.facts['activity'] ? 'Activity' : '';
  const list =
    m.cards.length > 1
      ? [`${t('responded.many', { count: m.cards.length })}\n${m.cards.map((card) => `• ${titleOf(card)}`).join('\n')}`]
      : [];
  return withButton(
    {
      subject: t(`responded.subject${whole}`, values),
      paragraphs: [
        t(`responded.first${whole}`, values),
        word(m.facts, 'excerpt'),
        t('responded.signed', { name: word(m.facts, 'signedAs') }),
        ...list,
      ],
    },
    buttonTo(m, t('responded.button')),
  );
};

const milestone: Write = (m, t) => {
  const values = {
    commitment: word(m.facts, 'commitment'),
    title: titleOf(m.cards[0]),
    state: t(`commitment.${word(m.facts, 'state')}`),
    due: momentOf(m.language, m.town.timeZone, word(m.facts, 'due')),
    milestone: word(m.facts, 'milestone'),
  };
  return withButton(
    {
      subject: t('milestone.subject', values),
      paragraphs: [
        t('milestone.first', values),
        ...(values.milestone ? [t('milestone.reached', values)] : []),
        t('milestone.state', values),
        ...(m.facts['note'] ? [word(m.facts, 'note')] : []),
      ],
    },
    buttonTo(m, t('milestone.button')),
  );
};

const commented: Write = (m, t) => {
  const card = m.cards[0]!;
  const values = { title: titleOf(card), name: card.author.name || t('nobody') };
  return withButton(
    { subject: t(`${m.kind}.subject`, values), paragraphs: [t(`${m.kind}.first`, values), t('quoted', { text: card.excerpt })] },
    buttonTo(m, t(`${m.kind}.button`)),
  );
};

const plain: Write = (m, t) => {
  const values = {
    title: titleOf(m.cards[0]),
    status: m.facts['status'] ? t(`status.${word(m.facts, 'status')}`) : '',
    ground: m.facts['ground'] ? t(`ground.${word(m.facts, 'ground')}`) : '',
  };
  return withButton(
    { subject: t(`${m.kind}.subject`, values), paragraphs: [t(`${m.kind}.first`, values)] },
    buttonTo(m, t(`${m.kind}.button`)),
  );
};

const phase: Write = (m, t) => {
  const until = m.facts['endsAt'] ? momentOf(m.language, m.town.timeZone, word(m.facts, 'endsAt')) : '';
  const values = { phase: word(m.facts, 'phase'), consultation: word(m.facts, 'consultation'), until };
  return {
    subject: t(`${m.kind}.subject`, values),
    paragraphs: [t(`${m.kind}.first`, values), ...(until ? [t(`${m.kind}.until`, values)] : [])],
    button: { label: t(`${m.kind}.button`), url: pageUrl(m.town, m.language, `/consultations/${word(m.facts, 'slug')}`) },
  };
};

/** The rule and the reason, word for word: what a statement of reasons owes (Regulation (EU) 2022/2065, art. 17). */
const reasons: (m: Material, t: Parameters<Write>[1]) => string[] = (m, t) => [
  t('decision.rule', { number: word(m.facts, 'ruleNumber'), rule: word(m.facts, `rule-${m.language}`) || word(m.facts, 'rule') }),
  t('decision.reason', { reason: word(m.facts, 'reason') }),
];

/** The author reads the whole statement, and appeals, on a page of their own. */
const buttonToStatement = ({ town, language, facts }: Material, label: string): LetterText['button'] =>
  facts['decisionId'] ? { label, url: pageUrl(town, language, `/compte/decisions/${word(facts, 'decisionId')}`) } : undefined;

const decided: Write = (m, t) => {
  const comment = m.cards[0]?.kind === 'comment' ? 'Comment' : '';
  const values = { title: titleOf(m.cards[0]) };
  const isAgainst = ['contribution-hidden', 'contribution-refused', 'correction-asked', 'contribution-locked'].includes(m.kind);
  return withButton(
    {
      subject: t(`${m.kind}.subject${comment}`, values),
      paragraphs: [
        t(`${m.kind}.first${comment}`, values),
        ...reasons(m, t),
        ...(isAgainst ? [t('decision.human'), t('decision.appeal')] : []),
      ],
    },
    buttonToStatement(
      m,
      t(m.kind === 'correction-asked' ? 'decision.buttonCorrect' : isAgainst ? 'decision.buttonAppeal' : 'decision.button'),
    ),
  );
};

const appealed: Write = (m, t) => {
  const values = { title: titleOf(m.cards[0]) };
  const kept = m.facts['outcome'] === 'upheld';
  return withButton(
    {
      subject: t('appeal-decided.subject', values),
      paragraphs: [
        t(`appeal-decided.${kept ? 'kept' : 'changed'}`, values),
        ...reasons(m, t),
        ...(kept ? [t('appeal-decided.remedy')] : []),
      ],
    },
    buttonToStatement(m, t('decision.button')),
  );
};

const flagDecided: Write = (m, t) => {
  const kept = m.facts['act'] === 'keep';
  return withButton(
    {
      subject: t('flag-decided.subject'),
      paragraphs: [
        t(`flag-decided.${kept ? 'kept' : 'acted'}`, { title: titleOf(m.cards[0]) }),
        ...reasons(m, t),
        t('flag-decided.remedy'),
      ],
    },
    buttonTo(m, t('decision.button')),
  );
};

const writers: Readonly<Record<Exclude<NoticeKind, 'staff-digest'>, Write>> = {
  'response-published': responded,
  milestone,
  'status-changed': plain,
  'comment-on-mine': commented,
  'reply-to-mine': commented,
  'proposal-published': plain,
  'phase-opened': phase,
  'phase-closing': phase,
  'contribution-hidden': decided,
  'contribution-refused': decided,
  'correction-asked': decided,
  'contribution-restored': decided,
  'contribution-locked': decided,
  'contribution-unlocked': decided,
  'appeal-decided': appealed,
  'flag-receipt': plain,
  'flag-decided': flagDecided,
};

/** The mail about one event for one reader. The desk's digest has texts of its own. */
export function letterOf(material: Material & { readonly kind: Exclude<NoticeKind, 'staff-digest'> }): LetterText {
  return writers[material.kind](material, (key, values) => say(material.language, `notices.${key}`, values));
}

/** One line of the mail of the day; `count` events of this kind about the same contribution stand together. */
export function lineOf({ language, town, kind, facts }: Material, count: number): string {
  const t = (key: string, values?: Readonly<Record<string, string | number>>): string => say(language, `notices.${key}`, values);
  if (kind === 'milestone')
    return t(`milestone.line${facts['milestone'] ? 'Reached' : ''}`, {
      commitment: word(facts, 'commitment'),
      milestone: word(facts, 'milestone'),
      state: t(`commitment.${word(facts, 'state')}`),
    });
  if (kind === 'phase-opened' || kind === 'phase-closing')
    return t(`${kind}.line`, {
      phase: word(facts, 'phase'),
      until: facts['endsAt'] ? momentOf(language, town.timeZone, word(facts, 'endsAt')) : '',
    });
  return t(`${kind}.line`, { count, status: facts['status'] ? t(`status.${word(facts, 'status')}`) : '' });
}
