import { describe, expect, it } from 'vitest';
import { aCompletedPairing, anActivePairing, anAgencyId, TODAY } from '../../../test/builders.ts';
import { aWorkerId } from '../../../test/work-builders.ts';
import { hasGrowthToStrike, hasTraineeToStrike, strikeGrownAgency, strikeTrainee } from './growth-strike.ts';

const refused = (code: string) => expect.objectContaining({ code });
const mistake = { reason: '误登', today: TODAY };
const agency = anAgencyId(7);
const grown = {
  ...anActivePairing(),
  agenciesGrown: [agency],
  growthDays: [{ agencyId: agency, on: TODAY }],
};
const named = { ...anActivePairing(), traineeIds: [1, 2].map(aWorkerId) };

describe('PAIR-9: striking out an agency that never grew here', () => {
  it('counts it no more, keeps when and why, and tells the day on which it was counted', () => {
    const { state, events } = strikeGrownAgency(grown, agency, mistake);

    expect(state).toMatchObject({ agenciesGrown: [], growthDays: [] });
    expect(state.growthStruck).toEqual([{ agencyId: agency, on: TODAY, reason: '误登' }]);
    expect(events).toMatchObject([{ agencyId: agency, grownOn: TODAY }]);
    expect(hasGrowthToStrike(state)).toBe(false);
  });

  it('knows no day of those that were recorded before days were kept', () => {
    const { events } = strikeGrownAgency({ ...anActivePairing(), agenciesGrown: [agency] }, agency, mistake);

    expect(events).toMatchObject([{ grownOn: null }]);
  });

  it('is refused twice, for one that was never counted, without a reason, and when all is over', () => {
    const { state } = strikeGrownAgency(grown, agency, mistake);

    expect(() => strikeGrownAgency(state, agency, mistake)).toThrow(refused('STRUCK_ALREADY'));
    expect(() => strikeGrownAgency(grown, anAgencyId(8), mistake)).toThrow(
      refused('AGENCY_NOT_COUNTED_AS_GROWN'),
    );
    expect(() => strikeGrownAgency(grown, agency, { ...mistake, reason: '' })).toThrow(
      refused('BAD_USER_INPUT'),
    );
    const over = { ...aCompletedPairing(), agenciesGrown: [agency] };
    expect(() => strikeGrownAgency(over, agency, mistake)).toThrow(refused('PAIRING_WORK_CLOSED'));
    expect(hasGrowthToStrike(over)).toBe(false);
  });
});

describe('PAIR-10: striking out a trainee who was named by mistake', () => {
  it('counts one less, and keeps when and why', () => {
    const { state, events } = strikeTrainee(named, aWorkerId(1), mistake);

    expect(state.traineeIds).toEqual([aWorkerId(2)]);
    expect(state.traineesStruck).toEqual([{ workerId: aWorkerId(1), on: TODAY, reason: '误登' }]);
    expect(events).toMatchObject([{ traineesBefore: 2, trainees: 1 }]);
    expect(hasTraineeToStrike(state)).toBe(true);
  });

  it('is refused twice, and for one who was never named', () => {
    const { state } = strikeTrainee(named, aWorkerId(1), mistake);

    expect(() => strikeTrainee(state, aWorkerId(1), mistake)).toThrow(refused('STRUCK_ALREADY'));
    expect(() => strikeTrainee(named, aWorkerId(3), mistake)).toThrow(refused('TRAINEE_NOT_NAMED'));
  });
});
