import type { CalendarDate, Change, PublicText, RegionCode } from '@qianshou/kernel';
import { identityCaseSettled } from './errors.ts';
import type { IdentityCaseId, WorkerId } from '../ids.ts';

/** Which number stands twice. */
export type IdentityCaseKind = 'ID_NUMBER' | 'CERTIFICATE_NUMBER';

export type IdentityCaseOutcome = 'SAME_PERSON' | 'NUMBER_WRONG';

interface CaseFacts {
  readonly id: IdentityCaseId;
  readonly version: number;
  readonly kind: IdentityCaseKind;
  /** Whom the bureau keeps. */
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  /** Who came later, with the same number. */
  readonly otherWorkerId: WorkerId;
  readonly otherCountyCode: RegionCode;
  readonly openedOn: CalendarDate;
}

/**
 * PER-16: that a number is registered elsewhere is no answer to whoever gave it, or a masked number were a puzzle. It
 * is a case for the bureau that keeps the person, and the two bureaus find out between them.
 */
export type IdentityCase =
  | (CaseFacts & {
      readonly status: 'OPEN';
      readonly outcome: null;
      readonly note: null;
      readonly settledOn: null;
    })
  | (CaseFacts & {
      readonly status: 'SETTLED';
      readonly outcome: IdentityCaseOutcome;
      readonly note: PublicText;
      readonly settledOn: CalendarDate;
    });

export type IdentityCaseEvent =
  | { readonly type: 'identity-case.opened' }
  | { readonly type: 'identity-case.settled'; readonly outcome: IdentityCaseOutcome };

interface Registered {
  readonly id: WorkerId;
  readonly countyCode: RegionCode;
}

export function openCase(
  id: IdentityCaseId,
  kind: IdentityCaseKind,
  [kept, other]: readonly [Registered, Registered],
  today: CalendarDate,
): Change<IdentityCase, IdentityCaseEvent> {
  return {
    state: {
      id,
      version: 0,
      kind,
      workerId: kept.id,
      countyCode: kept.countyCode,
      otherWorkerId: other.id,
      otherCountyCode: other.countyCode,
      openedOn: today,
      status: 'OPEN',
      outcome: null,
      note: null,
      settledOn: null,
    },
    events: [{ type: 'identity-case.opened' }],
  };
}

export function settleCase(
  found: IdentityCase,
  { outcome, note }: { readonly outcome: IdentityCaseOutcome; readonly note: PublicText },
  today: CalendarDate,
): Change<IdentityCase, IdentityCaseEvent> {
  if (found.status === 'SETTLED') throw identityCaseSettled({ settledOn: found.settledOn });
  return {
    state: { ...found, status: 'SETTLED', outcome, note, settledOn: today },
    events: [{ type: 'identity-case.settled', outcome }],
  };
}
