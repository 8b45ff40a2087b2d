import { plainWords } from '../../platform/text/index.ts';

const most = 12;

/** The words of what somebody typed, as search compares them: letters and digits, without accents. */
function wordsOf(typed: string): string[] {
  return everyWordOf(typed).slice(0, most);
}

function everyWordOf(typed: string): string[] {
  return plainWords(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word as a condition: from four letters on also what begins so, since French stems differ without accents (vélo, vélos). */
function condition(word: string): string {
  return [...word].length >= 4 ? `${word}:*` : word;
}

/** A tsquery that asks for all words; null when nothing was typed that can be searched. */
export function allWords(typed: string): string | null {
  const words = wordsOf(typed);
  return words.length === 0 ? null : words.map(condition).join(' & ');
}

// Words that stand in any title and say nothing of its subject, without accents: PostgreSQL's own list has articles, hardly a preposition.
const empty = new Set(
  `au aux avec ce ces dans de des du elle elles en et eux il ils je la le les leur leurs lui ma mais me mes moi mon ne nos notre nous on ou par
  pas pour qu que qui sa se ses son sur ta te tes toi ton tu un une vos votre vous est sont ete etait etre avoir avait faire mettre faut
  faudrait peut pourrait devant derriere pres sous vers chez entre avant apres pendant contre sans sauf depuis jusque lors afin comme donc
  car aussi ainsi alors plus moins tres trop tout tous toute toutes chaque autre autres quelque quelques plusieurs meme memes cela cette cet
  quand bien loin long autour face hors lieu`.split(/\s+/),
);

/** What similar titles are looked for by. */
export interface TellingWords {
  /** As conditions of a tsquery, one for each word. */
  readonly conditions: readonly string[];
  /** The words themselves, for trigrams. */
  readonly plain: string;
}

/** The words of a title that say what it is about; null while none of them is typed. */
export function tellingWords(title: string): TellingWords | null {
  const words = [...new Set(everyWordOf(title))].filter((word) => !empty.has(word) && (word.length > 2 || /\d/.test(word))).slice(0, most);
  return words.length === 0 ? null : { conditions: words.map(condition), plain: words.join(' ') };
}
