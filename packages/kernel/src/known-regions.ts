import { badInput, defineError } from './errors.ts';
import { enumTerm, type Message } from './message.ts';
import {
  isCounty,
  levelOf,
  NATION,
  standsForCounty,
  type RegionCode,
  regionCode,
  type RegionLevel,
} from './region-code.ts';
import divisions from './region-codes.json' with { type: 'json' };

export const regionNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'REGION_NOT_FOUND',
  en: 'There is no region with the code {id} in the 2023 division codes.',
  zh: '2023 年区划代码中没有 {id}。',
});

/** Each six-digit code, with the last three digits of its township-level units, one after the other. */
const units: Readonly<Record<string, string>> = divisions;

/** Whether the code is one of the 2023 division codes: well-formed is not enough to refer to. */
export function isKnownRegion(code: RegionCode): boolean {
  if (code === NATION) return true;
  const below = Object.hasOwn(units, code.slice(0, 6)) ? units[code.slice(0, 6)] : undefined;
  return below !== undefined && (code.length === 6 || endings(below).includes(code.slice(6)));
}

/** @throws REGION_NOT_FOUND, which names the field. */
export function knownRegion(code: RegionCode, field: string): RegionCode {
  if (!isKnownRegion(code)) throw regionNotFound({ id: code, field });
  return code;
}

/** A code that comes in, of whatever level, e.g. an agency's home. */
export function knownRegionCode(raw: string, field = 'regionCode'): RegionCode {
  return knownRegion(regionCode(raw, field), field);
}

/**
 * A code that comes in and must be of one level, e.g. the county of a pairing. Where a prefecture has no counties, it is
 * its county.
 */
export function regionCodeOf(level: RegionLevel, raw: string, field = 'regionCode'): RegionCode {
  const code = regionCode(raw, field);
  if (level === 'COUNTY' && isCounty(code)) return knownRegion(standsForCounty(code), field);
  if (levelOf(code) !== level) throw badInput({ field, reason: levelReason(level) });
  return knownRegion(code, field);
}

function endings(below: string): readonly string[] {
  return below.match(/\d{3}/g) ?? [];
}

function levelReason(level: RegionLevel): Message {
  const { en, zh } = enumTerm('RegionLevel', level);
  return { en: `expected a code of the level ${en}`, zh: `应为${zh}区划代码` };
}
