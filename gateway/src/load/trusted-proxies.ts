import { BlockList, isIP, isIPv4 } from 'node:net';

/** Whether an address, as a socket or a proxy's header tells it, is that of a proxy in front. */
export type IsProxy = (address: string) => boolean;

interface Network {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  /** Leading bits that its addresses share; all of them for a single address. */
  readonly bits: number;
}

/** `10.0.0.0/8`, `fd00::/8`, `192.0.2.7`; `null` where it is none of these. */
export function networkOf(text: string): Network | null {
  const [address = '', prefix, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return null;
  const most = isIPv4(address) ? 32 : 128;
  const bits = prefix === undefined ? most : Number(/^\d{1,3}$/.exec(prefix)?.[0]);
  return bits <= most ? { address, family: familyOf(address), bits } : null;
}

/** Networks of either family; an IPv4 address is the same one in its IPv6 form, as sockets often tell it. */
export function trustedProxies(networks: readonly Network[]): IsProxy {
  const trusted = new BlockList();
  for (const { address, bits, family } of networks) trusted.addSubnet(address, bits, family);
  return (address) => isIP(address) !== 0 && trusted.check(address, familyOf(address));
}

function familyOf(address: string): Network['family'] {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
