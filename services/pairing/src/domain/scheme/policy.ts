import { type Actor, actsFor, type CalendarDate, hasRole, permit, type PuttingRight } from '@qianshou/kernel';
import type { CooperationScheme } from './cooperation-scheme.ts';

export function canKeepPhases(actor: Actor): boolean {
  return hasRole(actor, ['ADMIN']);
}

export function mayKeepPhases(actor: Actor): void {
  permit(canKeepPhases(actor));
}

type Provinces = Pick<CooperationScheme, 'dispatchProvinceCode' | 'recipientProvinceCode'>;

export function mayOpenScheme(actor: Actor, scheme: Provinces): void {
  permit(canOpenScheme(actor, scheme));
}

function canOpenScheme(actor: Actor, { dispatchProvinceCode, recipientProvinceCode }: Provinces): boolean {
  const ofEither = [dispatchProvinceCode, recipientProvinceCode].some((province) =>
    actsFor(actor, ['PROVINCE_AUTHORITY'], province),
  );
  return ofEither || hasRole(actor, ['ADMIN', 'PROJECT_OFFICE']);
}

/** Either province enters what both agreed on; the project office oversees them. */
export function schemeToPutRight(actor: Actor, scheme: CooperationScheme, today: CalendarDate): PuttingRight {
  return {
    recorded: scheme.recorded,
    mayRecord: canOpenScheme(actor, scheme),
    office: 'PROVINCE_AUTHORITY',
    regions: [scheme.dispatchProvinceCode, scheme.recipientProvinceCode],
    today,
  };
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
