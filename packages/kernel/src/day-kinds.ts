/**
 * What a day is said of. Work of the programme and of stations lies in this century, a plan for it ends in sight; what
 * belongs to a life, or to an organisation of before, reaches back to the founding of the registers. A birth lies further
 * back, and so many years before today as its own decision says.
 */
export type DayKind = 'WORK' | 'PLAN' | 'HISTORY' | 'BIRTH';

/** Every day that can be entered, by the name of its field or column. */
export const DAY_KINDS: Readonly<Record<string, DayKind>> = {
  bornOn: 'BIRTH',
  changedOn: 'HISTORY',
  registeredOn: 'HISTORY',
  graduatedOn: 'HISTORY',
  socialWorkSince: 'HISTORY',
  ...ofKind('HISTORY', 'studyStartedOn', 'servedFrom', 'servedTo', 'employedFrom', 'employedTo'),
  ...ofKind(
    'PLAN',
    'endsOn',
    'validTo',
    'dueOn',
    'until',
    'followUpOn',
    'completeBy',
    'followUpBy',
    'closesOn',
  ),
  ...ofKind('PLAN', 'rectifyBy', 'from', 'usableUntil', 'to', 'lastDay', 'actingUntil'),
  ...ofKind('PLAN', 'openUntil'),
  ...ofKind('WORK', 'consultedOn', 'failedOn', 'awardedOn', 'raisedOn', 'answeredOn', 'notifiedOn'),
  // How far ahead something may begin, its own decision says.
  ...ofKind('WORK', 'startsOn', 'validFrom'),
  ...ofKind('WORK', 'instructedOn', 'receivedOn', 'terminatedOn', 'acceptedOn'),
  ...ofKind(
    'WORK',
    'decidedOn',
    'arrivedOn',
    'leftOn',
    'givenOn',
    'evaluatedOn',
    'on',
    'signedOn',
    'grownOn',
  ),
  ...ofKind(
    'WORK',
    'publishedOn',
    'since',
    'heldOn',
    'closedOn',
    'servedOn',
    'filedOn',
    'checkedOn',
    'visitedOn',
  ),
  ...ofKind('WORK', 'orderedOn', 'rectifiedOn', 'openedOn', 'startedOn', 'endedOn', 'obtainedOn'),
  ...ofKind('WORK', 'assessedOn', 'paidOn', 'day', 'changedOn', 'interruptedOn', 'appliedOn'),
};

function ofKind(kind: DayKind, ...names: readonly string[]): Readonly<Record<string, DayKind>> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

export function kindOfDay(field: string): DayKind {
  return DAY_KINDS[field] ?? 'WORK';
}
