import type { Actor } from '@qianshou/kernel';
import { isIPv6 } from 'node:net';

/** Whose budget and whose places a request takes: the subject's, or the address's when nobody signed in. */
export function callerKey({ subject }: Actor, address: string): string {
  return subject === null ? `address ${addressKey(address)}` : `subject ${subject}`;
}

/** One household has a whole IPv6 network of addresses: the first 64 bits stand for it. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? groupsOf(address).slice(0, 4).join(':') : address;
}

/** All eight groups of an IPv6 address, each in one form. */
function groupsOf(address: string): readonly string[] {
  const [head = [], tail] = address.replace(/%.*/, '').toLowerCase().split('::').map(splitGroups);
  if (tail === undefined) return [...head].map(plain);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].map(plain);
}

function splitGroups(part: string): readonly string[] {
  return part === '' ? [] : part.split(':');
}

function plain(group: string): string {
  return group.replace(/^0+(?=.)/, '');
}
