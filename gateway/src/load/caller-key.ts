import type { Actor } from '@qianshou/kernel';
import { isIPv6 } from 'node:net';

/** Whose budget and whose places a request takes: the subject's, or the address's when nobody signed in. */
export function callerKey({ subject }: Actor, address: string): string {
  return subject === null ? `address ${addressKey(address)}` : `subject ${subject}`;
}

/** One household has a whole IPv6 network of addresses: the first 64 bits stand for it. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const written = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  const groups = groupsOf(address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0'));
  const network = groups.slice(0, 4).join(':');
  // An IPv4 address in its IPv6 form, written in either way.
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return network;
  return written ?? groups.slice(6).flatMap(bytesOf).join('.');
}

/** All eight groups of an IPv6 address, each in one form. */
function groupsOf(address: string): readonly string[] {
  const [head = [], tail] = address.replace(/%.*/, '').toLowerCase().split('::').map(splitGroups);
  if (tail === undefined) return [...head].map(plain);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].map(plain);
}

function bytesOf(group: string): readonly number[] {
  const value = Number.parseInt(group, 16);
  return [Math.floor(value / 256), value % 256];
}

function splitGroups(part: string): readonly string[] {
  return part === '' ? [] : part.split(':');
}

function plain(group: string): string {
  return group.replace(/^0+(?=.)/, '');
}
