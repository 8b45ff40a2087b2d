import { Inject, Injectable } from '@nestjs/common';
import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';
import { isOptional } from '@parvis/shared/rules/notices.ts';
import { Database, type Tx } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { readContributionCards } from '../contributions/index.ts';
import { queueMail } from '../mails/index.ts';
import { letterOf, lineOf, pageUrl, titleOf, type LetterText, type Material } from './letters.ts';
import { readReadersWaiting, takeWaiting, type Reader, type WaitingNotice } from './notices.queries.ts';

const pageLength = 100;
const mostObjects = 12;

/** The one mail of the day with what could wait, grouped by what it is about, newest first. Never empty, and nothing twice. */
@Injectable()
export class DailyDigest {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @param dayStart the beginning of the town's day: who got a mail of the day since waits until tomorrow */
  async send(town: Town, dayStart: string): Promise<void> {
    let after: string | null = null;
    do {
      const readers: Reader[] = await readReadersWaiting(this.db, town.id, dayStart, after, pageLength);
      for (const reader of readers) await this.db.transaction((tx) => this.sendTo(tx, town, reader));
      after = readers.length === pageLength ? readers.at(-1)!.participant_id : null;
    } while (after !== null);
  }

  private async sendTo(tx: Tx, town: Town, reader: Reader): Promise<void> {
    const taken = await takeWaiting(tx, town.id, reader.participant_id);
    const cards = new Map(
      (await readContributionCards(tx, town.id, [...new Set(taken.flatMap((one) => one.contribution_ids))])).map((card) => [card.id, card]),
    );
    const materials = taken.flatMap((notice) => materialOf(town, reader, notice, cards));
    if (materials.length === 0) return; // everything was hidden or withdrawn meanwhile
    const [first] = materials;
    const isOne = materials.length === 1;
    const letter = isOne ? letterOf(first!) : digestLetter(town, reader, materials);
    await queueMail(tx, {
      town,
      to: { address: reader.address, language: reader.language, participantId: reader.participant_id },
      kind: isOne ? first!.kind : 'digest',
      ...letter,
      reason: say(reader.language, `notices.why.${isOne ? first!.why : 'digest'}`),
      optOutKind: isOne && isOptional(first!.kind) ? first!.kind : 'digest',
    });
  }
}

type Told = Material & {
  readonly kind: Exclude<WaitingNotice['kind'], 'staff-digest'>;
  readonly why: WaitingNotice['why'];
  readonly subject: string;
};

function materialOf(town: Town, { language }: Reader, notice: WaitingNotice, cards: ReadonlyMap<string, ContributionCard>): Told[] {
  if (notice.kind === 'staff-digest') return [];
  const known = notice.contribution_ids.flatMap((id) => cards.get(id) ?? []).filter(isShown);
  if (notice.contribution_ids.length > 0 && known.length === 0) return [];
  const subject = known[0] ? known[0].path.split('?')[0]! : String(notice.facts['slug'] ?? '');
  return [{ town, language, kind: notice.kind, facts: notice.facts, cards: known, why: notice.why, subject }];
}

function isShown({ states }: ContributionCard): boolean {
  return (
    ['published', 'withdrawn', 'merged'].includes(states.publication) && (states.moderation === 'none' || states.moderation === 'locked')
  );
}

/** One paragraph for each contribution or consultation: its title, what happened, its address. */
function digestLetter(town: Town, { language }: Reader, materials: readonly Told[]): LetterText {
  const objects = [...Map.groupBy(materials, (one) => one.subject).values()];
  const paragraphs = objects.slice(0, mostObjects).map((about) => {
    const { cards, facts } = about[0]!;
    const title = cards[0] ? titleOf(cards[0]) : String(facts['consultation'] ?? '');
    const path = cards[0] ? cards[0].path.split(/[?#]/)[0]! : `/consultations/${String(facts['slug'])}`;
    const byKind = Map.groupBy(
      about,
      (one) => `${one.kind} ${one.kind.endsWith('-to-mine') || one.kind === 'comment-on-mine' ? '' : JSON.stringify(one.facts)}`,
    );
    // Of several changes of status the newest alone still holds.
    const told = [...byKind.values()].filter(
      (same, at, all) => same[0]!.kind !== 'status-changed' || all.findIndex(([one]) => one!.kind === 'status-changed') === at,
    );
    return [title, ...told.map((same) => `• ${lineOf(same[0]!, same.length)}`), pageUrl(town, language, path)].join('\n');
  });
  const left = objects.length - paragraphs.length;
  const first = paragraphs[0]!.split('\n')[0]!;
  return {
    subject:
      objects.length === 1
        ? say(language, 'notices.digest.subject', { title: first })
        : say(language, 'notices.digest.subjectMore', { title: first, count: objects.length - 1 }),
    paragraphs: [
      say(language, 'notices.digest.first', { count: materials.length }),
      ...paragraphs,
      ...(left > 0 ? [say(language, 'notices.digest.more', { count: left })] : []),
    ],
    button: { label: say(language, 'notices.digest.button'), url: pageUrl(town, language, '/compte/contributions') },
  };
}
