import { type Actor, actsFor, permit, provinceOf, type RegionCode } from '@qianshou/kernel';
import type { Pairing } from './pairing.ts';
import { AUTHORITIES } from '../policy.ts';

/** The province that decides also enters what was decided, signed and begun before (PAIR-6). */
export function mayTakeOver(actor: Actor, countyCode: RegionCode): void {
  permit(actsFor(actor, ['PROVINCE_AUTHORITY'], provinceOf(countyCode)));
}

/** The recipient county or its province has the agreement signed and the work begun. */
export function canConduct(actor: Actor, pairing: Pairing): boolean {
  return actsFor(actor, AUTHORITIES, pairing.countyCode);
}

export function mayConduct(actor: Actor, pairing: Pairing): void {
  permit(canConduct(actor, pairing));
}

/** Ending a pairing before its time, handing it over, renewing it: decided where pairs are decided (PAIR-6). */
export function canDirect(actor: Actor, pairing: Pairing): boolean {
  return actsFor(actor, ['PROVINCE_AUTHORITY'], pairing.countyCode);
}

export function mayDirect(actor: Actor, pairing: Pairing): void {
  permit(canDirect(actor, pairing));
}
