import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { hostRefusal } from './guarded-agent.ts';

const INSIDE = [
  '0.0.0.0',
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '169.254.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '2002:7f00:1::1',
  '2002:a9fe:a9fe::',
  '2001::1',
  '2001:db8::1',
  '100::1',
  'fec0::1',
  '3fff::1',
];

const HOSTILE = [
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://127.1/',
  'https://0/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[64:ff9b::169.254.169.254]/',
  'https://127.0.0.1./',
  'https://①②⑦.⓪.⓪.①/',
  'https://169.254.169.254/latest/meta-data',
  'https://[fd00:ec2::254]/',
  'https://10.1/',
  'https://0xA9FEA9FE/',
  'https://[::]/',
  'https://255.255.255.255/',
  'https://192.168.1.1:8443/',
];

describe('an address that is called', () => {
  it.each(INSIDE)('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '223.5.5.5', '114.114.114.114', '2400:3200::1', '2606:4700:4700::1111'])(
    'may be %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each(HOSTILE)('is not %s, however it is written', (url) => {
    expect(hostRefusal(new URL(url).hostname, false)).not.toBeNull();
  });

  it('may be one on this machine where that is allowed', () => {
    expect(hostRefusal('127.0.0.1', true)).toBeNull();
    expect(hostRefusal('10.0.0.1', true)).not.toBeNull();
  });
});
