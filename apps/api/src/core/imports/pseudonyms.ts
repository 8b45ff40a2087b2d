import { createHmac } from 'node:crypto';

/**
 * Names for people of a source that tell nothing of them: « Participant 4F2A ». Keyed with the installation's secret, since ids of
 * other platforms are few and public, so that a bare hash could be tried through. Four hexadecimal digits, more where two would share them.
 * @param label what stands before the digits, in the town's language
 * @param taken names that other people have; the new ones are added
 * @returns one name for each key, in their order
 */
export function pseudonymsFor(secret: string, source: string, keys: readonly string[], label: string, taken: Set<string>): string[] {
  return keys.map((key) => {
    const digits = createHmac('sha256', secret).update(`${source}\0${key}`).digest('hex').toUpperCase();
    for (let length = 4; length < digits.length; length += 1) {
      const name = `${label} ${digits.slice(0, length)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
    throw new Error('Two people of a source have one key.');
  });
}
