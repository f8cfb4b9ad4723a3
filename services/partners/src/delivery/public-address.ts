import ipaddr from 'ipaddr.js';

/** All that is given out in IPv6; what lies beyond is compatible, mapped, local, multicast or nothing yet. */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address leads to the public network: not to this machine, its neighbours, the cloud's own services, or
 * through a translation (NAT64, 6to4, Teredo, mapped) to one of them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GIVEN_OUT);
}
