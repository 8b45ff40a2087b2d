import ipaddr from 'ipaddr.js';

/**
 * Whom an address stands for where requests are counted: an IPv4 address, also where it came as IPv6 (`::ffff:…`), or the first 64 bits of
 * an IPv6 address, for one customer or one office gets at least as many (RFC 6177) and could use a new one for every request.
 */
export function clientNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const plain = ipaddr.process(address);
  return plain instanceof ipaddr.IPv6
    ? `${plain.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : plain.toString();
}
