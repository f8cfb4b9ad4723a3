import type { Id } from './id.ts';
import { type RegionCode, regionCode } from './region-code.ts';

/**
 * What people know by a division code has the same code in its id, so that clients which know objects by their ids need
 * no setting: `reg_420581` is the region, `rct_420581` the county as a recipient.
 */
export type CodedPrefix = 'reg' | 'rct';

export function idOfCode<const Prefix extends CodedPrefix>(prefix: Prefix, code: RegionCode): Id<Prefix> {
  return `${prefix}_${code}` as Id<Prefix>;
}

/** @throws BAD_USER_INPUT when it is no id of that kind. */
export function codeOfId(prefix: CodedPrefix, raw: string): RegionCode {
  const head = `${prefix}_`;
  return regionCode(raw.startsWith(head) ? raw.slice(head.length) : '', 'id');
}
