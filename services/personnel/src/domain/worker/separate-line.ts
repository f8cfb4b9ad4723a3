import { isWithin, levelOf, provinceOf, type RegionCode } from '@qianshou/kernel';
import { qualificationAreaHasNoLine } from './errors.ts';

/**
 * PER-13: where a separate pass line is drawn beside the key counties: Tibet, the Tibetan areas of four provinces,
 * southern Xinjiang, Linxia, Liangshan, and 峨边, 马边, 金口河 (domain 6.2).
 */
const AREAS: readonly string[] =
  '540000 513200 513300 513400 511113 511132 511133 533400 622900 623000 620623 632200 632300 632500 632600 632700 632800 652900 653000 653100 653200'.split(
    ' ',
  );

/** Provinces with key counties: 内蒙古, 广西, 重庆, 四川, 贵州, 云南, 陕西, 甘肃, 青海, 宁夏. */
const KEY_PROVINCES: readonly string[] = ['15', '45', '50', '51', '52', '53', '61', '62', '63', '64'];

/** `designated`: whether the code is, or has below it, a county that was listed as a key county. */
export function requireSeparateLine(validWithin: RegionCode, designated: boolean): void {
  if (designated || hasStandingLine(validWithin)) return;
  throw qualificationAreaHasNoLine({ validWithin });
}

function hasStandingLine(code: RegionCode): boolean {
  if (levelOf(code) === 'NATION') return false;
  if (levelOf(code) === 'PROVINCE' && KEY_PROVINCES.includes(provinceOf(code).slice(0, 2))) return true;
  return AREAS.some((area) => isWithin(code, area as RegionCode) || isWithin(area as RegionCode, code));
}
