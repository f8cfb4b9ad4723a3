import { describe, expect, it } from 'vitest';
import { networkOf, trustedProxies } from './trusted-proxies.ts';

const trusts = (networks: string, address: string): boolean =>
  trustedProxies(networks.split(',').flatMap((text) => networkOf(text) ?? []))(address);

describe('proxies that are trusted', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7', '::ffff:192.0.2.7'],
    ['192.0.2.7', '::ffff:c000:207'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['10.0.0.0/8', '10.255.1.2'],
    ['10.0.0.0/8', '::ffff:10.255.1.2'],
    ['2001:db8::7', '2001:0db8:0:0:0:0:0:7'],
    ['fd00::/8', 'fd12:3456::1'],
    ['10.0.0.0/8,fd00::/8', 'fd12:3456::1'],
    ['0.0.0.0/0', '203.0.113.1'],
  ])('of %s are %s', (networks, address) => {
    expect(trusts(networks, address)).toBe(true);
  });

  it.each([
    ['192.0.2.7', '192.0.2.8'],
    ['10.0.0.0/8', '11.0.0.1'],
    ['2001:db8::/64', '2001:db8:0:1::1'],
    ['0.0.0.0/0', '2001:db8::1'],
    ['10.0.0.0/8', ''],
    ['10.0.0.0/8', 'unknown'],
  ])('of %s are not %s', (networks, address) => {
    expect(trusts(networks, address)).toBe(false);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0/8',
    'fd00::/129',
    'proxy.test',
    '10.0.0.1/8/8',
    '10.0.0.1/-1',
  ])('are not named by %s', (text) => {
    expect(networkOf(text)).toBeNull();
  });
});
