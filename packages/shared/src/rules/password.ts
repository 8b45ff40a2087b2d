import { codePoints } from './plain-text.ts';

/** Code points; NIST SP 800-63B-4 (2025) asks 15 without and 8 with a second factor; ANSSI (2021) 12 for a moderate level. */
export const minPasswordLength = 12;
/** More is refused, so that hashing cannot be made to work for nothing. */
export const maxPasswordLength = 200;

/**
 * Words that open the lists of leaked passwords (French and international), from which twelve characters are made by repeating them,
 * by joining two, or by adding digits and signs.
 */
const common = [
  'motdepasse',
  'password',
  'passwort',
  'passw0rd',
  'azerty',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertz',
  'bonjour',
  'bonsoir',
  'soleil',
  'chocolat',
  'doudou',
  'loulou',
  'chouchou',
  'jetaime',
  'iloveyou',
  'monamour',
  'amour',
  'coucou',
  'salut',
  'merci',
  'maison',
  'marseille',
  'paris',
  'france',
  'lyon',
  'olympique',
  'football',
  'voiture',
  'vacances',
  'princesse',
  'licorne',
  'papillon',
  'nicolas',
  'camille',
  'thomas',
  'julien',
  'pokemon',
  'dragon',
  'monkey',
  'sunshine',
  'princess',
  'superman',
  'batman',
  'starwars',
  'baseball',
  'master',
  'shadow',
  'letmein',
  'welcome',
  'bienvenue',
  'hello',
  'admin',
  'administrateur',
  'administrator',
  'root',
  'user',
  'utilisateur',
  'compte',
  'login',
  'connexion',
  'changeme',
  'changer',
  'test',
  'demo',
  'secret',
  'default',
  'mairie',
  'commune',
  'ville',
  'parvis',
  'consultation',
  'citoyen',
  'internet',
  'google',
  'facebook',
  'orange',
  'windows',
  'samsung',
  'trustno1',
  'whatever',
  'freedom',
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
  'printemps',
  'automne',
  'hiver',
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'abcdef',
  'abcdefgh',
].sort((a, b) => b.length - a.length);

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')]);
const digitOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many characters nobody could have guessed: what is left without runs, repetitions, common words and the given ones. */
function surprise(password: string, words: readonly string[]): number {
  let left = bare(password).replace(/(?:19|20)\d\d/g, '·'); // a year
  for (const word of words) left = left.replaceAll(word, '·');
  left = left.replace(/(?<=\p{L})[013457@$!](?=\p{L})/gu, (sign) => digitOf[sign] ?? sign);
  for (const word of words) left = left.replaceAll(word, '·');
  left = bare(left).replace(/(.{1,8}?)\1+/gsu, '$1');
  let count = 0;
  for (let at = 0; at < left.length; at += 1) {
    const isRun = at > 0 && runs.some((run) => run.includes(left.slice(at - 1, at + 1)));
    if (left[at] !== '·' && !isRun && /[\p{L}\p{N}]/u.test(left[at]!)) count += 1;
  }
  return count;
}

/**
 * Whether a password is easy to guess though long enough: made of a common word, a run of the keyboard, a date or a repetition, or of
 * what everybody knows of the account. A phrase of several words passes. Estimates; no list of leaked passwords is asked elsewhere.
 * @param about what others know: e-mail, name, town
 */
export function isGuessable(password: string, about: readonly string[] = []): boolean {
  if (codePoints(password) < minPasswordLength) return true;
  const distinct = new Set(bare(password)).size;
  if (distinct < 5 || /^[\d\s./-]+$/.test(password)) return true;
  const known = about.flatMap((text) => bare(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  return surprise(password, [...known.sort((a, b) => b.length - a.length), ...common]) < 5;
}
