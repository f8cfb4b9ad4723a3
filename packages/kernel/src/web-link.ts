import { badInput } from './errors.ts';

/** A link that a browser may follow; anything but http(s) could be a script. */
export function webLink(raw: string, field: string): string {
  const url = URL.parse(raw);
  if (raw.length > 2_000 || url === null || !/^https?:$/.test(url.protocol)) {
    throw badInput({
      field,
      reason: {
        en: 'expected a link that starts with http:// or https://',
        zh: '应为以 http:// 或 https:// 开头的链接',
      },
    });
  }
  return url.href;
}
