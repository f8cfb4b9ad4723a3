import { describe, expect, it } from 'vitest';
import { aResident, aTrainee, OTHER_OPERATOR, TODAY } from '../../../test/builders.ts';
import { passOver, staysWithStation } from './posting-passing.ts';

const resident = aResident('2025-01-20', { certified: true, eligibleFrom: null });

describe('who stays when a station goes to another operator', () => {
  it('is whom the bureau named, if on duty', () => {
    expect(staysWithStation(resident, [])).toBe(false);
    expect(staysWithStation(resident, [resident.id])).toBe(true);
    expect(staysWithStation(aTrainee(), [aTrainee().id])).toBe(false);
  });

  it('is the head, an official, in any case', () => {
    expect(staysWithStation({ ...resident, role: 'STATION_HEAD' }, [])).toBe(true);
  });

  it('keeps post, clock and training', () => {
    const { state } = passOver(resident, OTHER_OPERATOR, TODAY);

    expect(state).toEqual({ ...resident, operatorAgencyId: OTHER_OPERATOR });
  });
});
