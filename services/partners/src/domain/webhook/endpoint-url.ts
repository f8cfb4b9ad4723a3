import { publicAddress, term } from '@qianshou/kernel';
import { endpointUrlRefused } from './errors.ts';

const LONGEST = 500;
const PORTS = ['', '443', '8443'];
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

const REASONS = {
  MALFORMED: term(
    'MALFORMED',
    `it is no address of at most ${LONGEST} characters`,
    `不是有效的网址,或超过 ${LONGEST} 个字符`,
  ),
  CREDENTIALS: term('CREDENTIALS', 'it holds a name or a password', '包含用户名或密码'),
  SCHEME: term('SCHEME', 'it is not https', '不是 https 地址'),
  PORT: term('PORT', 'its port is not allowed', '端口不被允许'),
} as const;

/**
 * An address as it can be called. Where it leads is found out at each call, and refused there when it is not public;
 * on a developer's machine a receiver on the same machine may be called, by http too.
 */
export function endpointUrl(raw: string, allowsLoopback: boolean): string {
  const url = raw.length > LONGEST ? null : URL.parse(raw);
  if (url === null) throw endpointUrlRefused({ reason: REASONS.MALFORMED });
  if (url.username !== '' || url.password !== '') throw endpointUrlRefused({ reason: REASONS.CREDENTIALS });
  url.hash = '';
  const isOnThisMachine = LOOPBACK.includes(url.hostname) && /^https?:$/.test(url.protocol);
  if (!(allowsLoopback && isOnThisMachine)) requireOutside(url);
  return publicAddress(url.href, 'url');
}

function requireOutside({ protocol, port }: URL): void {
  if (protocol !== 'https:') throw endpointUrlRefused({ reason: REASONS.SCHEME });
  if (!PORTS.includes(port)) throw endpointUrlRefused({ reason: REASONS.PORT });
}
