import { isIPv6 } from 'node:net';

/**
 * Whom an address stands for where requests are counted: an IPv4 address, also where it came as IPv6 (`::ffff:…`), or the first 64 bits of
 * an IPv6 address, for one customer or one office gets at least as many (RFC 6177) and could use a new one for every request.
 */
export function clientNetwork(address: string): string {
  const plain = address.split('%')[0]!; // without the zone of a link-local address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped) return mapped[1]!;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::') as [string, string?];
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const whole = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - groups(tail).length)).fill('0'), ...groups(tail)];
  return `${whole.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
