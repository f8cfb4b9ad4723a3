import { type Actor, actsFor, hasRole, permit } from '@qianshou/kernel';
import type { CooperationScheme } from './cooperation-scheme.ts';

export function canKeepPhases(actor: Actor): boolean {
  return hasRole(actor, ['ADMIN']);
}

export function mayKeepPhases(actor: Actor): void {
  permit(canKeepPhases(actor));
}

export function mayOpenScheme(
  actor: Actor,
  {
    dispatchProvinceCode,
    recipientProvinceCode,
  }: Pick<CooperationScheme, 'dispatchProvinceCode' | 'recipientProvinceCode'>,
): void {
  const ofEither = [dispatchProvinceCode, recipientProvinceCode].some((province) =>
    actsFor(actor, ['PROVINCE_AUTHORITY'], province),
  );
  permit(ofEither || hasRole(actor, ['ADMIN', 'PROJECT_OFFICE']));
}

/** Quota and numbers of a scheme: whoever may open one. The recipient province answers for what it accepts. */
export function canChangeScheme(actor: Actor, scheme: CooperationScheme): boolean {
  return (
    hasRole(actor, ['ADMIN', 'PROJECT_OFFICE']) ||
    actsFor(actor, ['PROVINCE_AUTHORITY'], scheme.recipientProvinceCode)
  );
}

export function mayChangeScheme(actor: Actor, scheme: CooperationScheme): void {
  permit(canChangeScheme(actor, scheme));
}
