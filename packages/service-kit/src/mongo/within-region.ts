import { badInput, levelOf, type RegionCode, regionPrefix } from '@qianshou/kernel';
import { trusted } from './connection.ts';

/** Codes of this region and everything below it, as a range that an index on the code serves. */
export function withinRegion(code: RegionCode): Record<string, string> {
  const prefix = regionPrefix(code);
  // ':' follows '9', so the range ends after the last code that begins with the prefix.
  return trusted({ $gte: prefix, $lt: `${prefix}:` });
}

/** The same for records that are kept by county: a unit below one would find nothing, as if there were nothing there. */
export function withinCounties(code: RegionCode): Record<string, string> {
  return withinRegion(countyOrAbove(code));
}

/** @throws BAD_USER_INPUT for a township-level unit, where what is asked for is known of counties only. */
export function countyOrAbove(code: RegionCode): RegionCode {
  if (levelOf(code) !== 'TOWNSHIP_UNIT') return code;
  throw badInput({ field: 'regionCode', reason: FINER });
}

const FINER = {
  en: 'this list is kept by county, so name a county or a region above it',
  zh: '本列表按县级记录，请填写县级或以上区划代码',
};
