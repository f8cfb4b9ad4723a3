import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aMember, anId, anOperatingStation, aPlannedStation, day, TODAY } from '../../../test/builders.ts';
import { refuseShortcut, restoreDemonstration, withdrawDemonstration } from './demonstration.ts';
import {
  announceDemonstration,
  applyForDemonstration,
  assessForDemonstration,
  confirmDemonstration,
  declineDemonstration,
  recommendForDemonstration,
} from './demonstration-process.ts';
import type { Grade } from '../station/grade.ts';
import { DEFAULT_STATION_RULES } from '../county/station-rules.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const staff = [aMember('STATION_HEAD', 1), aMember('RESIDENT', 2), aMember('DEPUTY_HEAD', 3)];
const free = { planned: 5, chosen: 4 };
const notice = { noticeDays: 5, today: TODAY };
const application = { selfScore: 92, statement: publicText('演示', 'statement'), on: day('2026-04-01') };
const applied = () => applyForDemonstration(anOperatingStation({ staff }), application, TODAY).state;
const recommended = () =>
  recommendForDemonstration(
    applied(),
    { opinion: publicText('同意', 'opinion'), on: day('2026-04-10') },
    TODAY,
  ).state;
const assessed = () =>
  assessForDemonstration(recommended(), { score: 93, opinion: null, on: day('2026-04-20') }, TODAY).state;
const onNotice = (from = day('2026-05-14')) => announceDemonstration(assessed(), from, notice).state;

describe('becoming a demonstration station by steps', () => {
  it('goes from application over recommendation, evaluation and notice to confirmation', () => {
    const { state, events } = confirmDemonstration(onNotice(), free, TODAY);

    expect(onNotice().demonstration).toMatchObject({ step: 'ON_NOTICE', notice: { until: '2026-05-19' } });
    expect(state).toMatchObject({ tier: 'DEMONSTRATION', demonstrationSince: TODAY, demonstration: null });
    expect(events).toMatchObject([{ type: 'station.tierChanged', to: 'DEMONSTRATION' }]);
  });

  it('STA-5 begins with a station that is built and works', () => {
    expect(() => applyForDemonstration(aPlannedStation(), application, TODAY)).toThrow(
      withCode('DEMONSTRATION_NOT_BUILT'),
    );
  });

  it('skips no step and repeats none', () => {
    const step = withCode('DEMONSTRATION_STEP_WRONG');

    expect(() => applyForDemonstration(applied(), application, TODAY)).toThrow(step);
    expect(() => assessForDemonstration(applied(), { score: 90, opinion: null, on: TODAY }, TODAY)).toThrow(
      step,
    );
    expect(() => announceDemonstration(recommended(), TODAY, notice)).toThrow(step);
    expect(() => confirmDemonstration(assessed(), free, TODAY)).toThrow(step);
    expect(() =>
      recommendForDemonstration(assessed(), { opinion: publicText('同意', 'opinion'), on: TODAY }, TODAY),
    ).toThrow(step);
  });

  it('waits until the notice is over', () => {
    expect(() => confirmDemonstration(onNotice(day('2026-05-15')), free, TODAY)).toThrow(
      withCode('DEMONSTRATION_NOTICE_RUNNING'),
    );
  });

  it('takes each step no earlier than the one before, and none in the future', () => {
    const on = (written: string) => () =>
      recommendForDemonstration(
        applied(),
        { opinion: publicText('同意', 'opinion'), on: day(written) },
        TODAY,
      );

    expect(on('2026-03-31')).toThrow(withCode('DATES_OUT_OF_ORDER'));
    expect(on('2026-05-21')).toThrow(withCode('DATE_IN_FUTURE'));
  });

  it('STA-5, STA-11 is confirmed within the number of the county and with a deputy only', () => {
    const without = { ...onNotice(), staff: [] };

    expect(() => confirmDemonstration(onNotice(), { planned: 5, chosen: 5 }, TODAY)).toThrow(
      withCode('DEMONSTRATION_QUOTA_FULL'),
    );
    expect(() => confirmDemonstration(without, free, TODAY)).toThrow(withCode('DEMONSTRATION_LACKS_DEPUTY'));
  });

  it('may be declined at each step, and then begin again', () => {
    const declined = declineDemonstration(onNotice(), TODAY);

    expect(declined.events).toEqual([
      { type: 'station.demonstrationDeclined', step: 'ON_NOTICE', on: TODAY },
    ]);
    expect(applyForDemonstration(declined.state, application, TODAY).state.demonstration?.step).toBe(
      'APPLIED',
    );
    expect(() => declineDemonstration(anOperatingStation(), TODAY)).toThrow(
      withCode('DEMONSTRATION_STEP_WRONG'),
    );
  });

  it('is the only way where the county says so', () => {
    expect(() => refuseShortcut({ ...DEFAULT_STATION_RULES, demonstrationBySteps: true })).toThrow(
      withCode('DEMONSTRATION_BY_STEPS'),
    );
  });
});

const graded = (grade: Grade, evaluatedOn = TODAY) =>
  ({ evaluationId: anId('sev', 1), year: 2026, kind: 'ANNUAL', score: 50, grade, evaluatedOn }) as const;

describe('taking the rank back', () => {
  const demonstration = { tier: 'DEMONSTRATION', demonstrationSince: day('2026-05-01'), staff } as const;

  it.each(['BARELY_QUALIFIED', 'UNQUALIFIED'] as const)('follows a grade of %s', (grade) => {
    const station = anOperatingStation({ ...demonstration, gradedBy: graded(grade) });

    const { state, events } = withdrawDemonstration(station, TODAY);

    expect(state).toMatchObject({
      tier: 'ORDINARY',
      demonstrationSince: null,
      demonstrationWithdrawnOn: TODAY,
    });
    expect(events.map(({ type }) => type)).toEqual(['station.demonstrationWithdrawn', 'station.tierChanged']);
  });

  it.each([null, graded('GOOD'), graded('UNQUALIFIED', day('2026-04-30'))])(
    'does not follow %o',
    (gradedBy) => {
      expect(() => withdrawDemonstration(anOperatingStation({ ...demonstration, gradedBy }), TODAY)).toThrow(
        withCode('DEMONSTRATION_NOT_FORFEITED'),
      );
    },
  );

  it('needs a demonstration station', () => {
    expect(() => withdrawDemonstration(anOperatingStation(), TODAY)).toThrow(
      withCode('DEMONSTRATION_NOT_HELD'),
    );
  });
});

describe('giving the rank back', () => {
  const withdrawn = { staff, demonstrationWithdrawnOn: day('2026-05-10') };

  it('follows a good evaluation since, within the number of the county', () => {
    const station = anOperatingStation({ ...withdrawn, gradedBy: graded('GOOD') });

    expect(restoreDemonstration(station, free, TODAY).state).toMatchObject({
      tier: 'DEMONSTRATION',
      demonstrationWithdrawnOn: null,
    });
    expect(() => restoreDemonstration(station, { planned: 5, chosen: 5 }, TODAY)).toThrow(
      withCode('DEMONSTRATION_QUOTA_FULL'),
    );
  });

  it('does not follow a bad one or one of before, nor where nothing was taken', () => {
    const withGrade = (gradedBy: ReturnType<typeof graded>) => () =>
      restoreDemonstration(anOperatingStation({ ...withdrawn, gradedBy }), free, TODAY);

    expect(withGrade(graded('UNQUALIFIED'))).toThrow(withCode('DEMONSTRATION_NOT_EARNED'));
    expect(withGrade(graded('GOOD', day('2026-05-09')))).toThrow(withCode('DEMONSTRATION_NOT_EARNED'));
    expect(() => restoreDemonstration(anOperatingStation(), free, TODAY)).toThrow(
      withCode('DEMONSTRATION_NOT_WITHDRAWN'),
    );
  });
});
