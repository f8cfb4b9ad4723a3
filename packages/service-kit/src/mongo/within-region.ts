import { type RegionCode, regionPrefix } from '@qianshou/kernel';
import { trusted } from './connection.ts';

/** Codes of this region and everything below it, as a range that an index on the code serves. */
export function withinRegion(code: RegionCode): Record<string, string> {
  const prefix = regionPrefix(code);
  // ':' follows '9', so the range ends after the last code that begins with the prefix.
  return trusted({ $gte: prefix, $lt: `${prefix}:` });
}
