import { calendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aContract, anAgencyId, aStationEvaluation, aStationId } from '../../../test/builders.ts';
import type { StationEvaluation } from '../reference/replicas.ts';
import { meetConditions } from './conditions.ts';

const metBy = (evaluations: readonly StationEvaluation[], contract = aContract()) =>
  meetConditions(contract, evaluations).state.installments.map(({ metOn }) => metOn);

describe('FUN-12 what waits for an evaluation', () => {
  it('of the middle is met on the day on which the station passed it, the end by its own', () => {
    const middle = aStationEvaluation();
    const end = aStationEvaluation({ kind: 'FINAL', year: 2027, evaluatedOn: calendarDate('2027-04-20') });

    expect(metBy([])).toEqual(['2026-03-15', null, null]);
    expect(metBy([middle])).toEqual(['2026-03-15', '2026-09-01', null]);
    expect(metBy([middle, end])).toEqual(['2026-03-15', '2026-09-01', '2027-04-20']);
  });

  it.each<[string, Partial<StationEvaluation>]>([
    ['not passed', { grade: 'UNQUALIFIED' }],
    ['of a grade unknown here', { grade: 'SPLENDID' }],
    ['of another kind', { kind: 'ANNUAL' }],
    ['of another station', { stationId: aStationId(7) }],
    ['of another operator', { operatorAgencyId: anAgencyId(7) }],
    ['before the service began', { evaluatedOn: calendarDate('2026-03-31') }],
    ['after the last day', { evaluatedOn: calendarDate('2027-04-01') }],
    ['a final one of another year', { kind: 'FINAL', year: 2026 }],
  ])('is not met by one %s', (_what, changed) => {
    expect(metBy([aStationEvaluation(changed)])).toEqual(['2026-03-15', null, null]);
  });

  it('is met for two stations when both passed, on the later day', () => {
    const both = { ...aContract(), stationIds: [aStationId(1), aStationId(2)] };
    const later = aStationEvaluation({ stationId: aStationId(2), evaluatedOn: calendarDate('2026-10-10') });

    expect(metBy([later], both)[1]).toBeNull();
    expect(metBy([later, aStationEvaluation({ stationId: aStationId(1) })], both)[1]).toBe('2026-10-10');
  });

  it('is told once, and again when the evaluation is gone', () => {
    const met = meetConditions(aContract(), [aStationEvaluation()]);
    expect(met.events).toMatchObject([{ installment: { no: 2, metOn: '2026-09-01' } }]);
    expect(meetConditions(met.state, [aStationEvaluation()]).events).toEqual([]);

    const gone = meetConditions(met.state, []);
    expect(gone.events).toMatchObject([{ installment: { no: 2, metOn: null } }]);
  });

  it('is of no matter to a contract that was withdrawn', () => {
    const withdrawn = { ...aContract(), status: 'WITHDRAWN' as const };
    expect(meetConditions(withdrawn, [aStationEvaluation()]).events).toEqual([]);
  });
});
