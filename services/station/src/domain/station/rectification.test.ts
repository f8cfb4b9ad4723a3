import { documentReference, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  anOperatingStation,
  aPlannedStation,
  aRectifyingStation,
  day,
  TODAY,
} from '../../../test/builders.ts';
import { confirmRectification, noteOverdue, orderRectification, planRectification } from './rectification.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const order = { reason: publicText('档案缺失(演示)', 'reason'), evaluationId: null, orderedOn: TODAY };
const facts = { planDays: 15, today: TODAY };
const plan = { measures: publicText('补齐档案', 'measures'), completeBy: day('2026-07-01') };
const photo = documentReference({ title: '演示:整改后照片', kind: 'PHOTO' }, 'proof');
const planned = () => planRectification(aRectifyingStation(), plan, TODAY).state;

describe('STA-13 ordering a rectification', () => {
  it('stops counting the station as operating and gives its operator the days of the county', () => {
    const { state, events } = orderRectification(anOperatingStation(), order, facts);

    expect(state).toMatchObject({ status: 'RECTIFYING', rectification: { dueOn: '2026-06-04', plan: null } });
    expect(events).toMatchObject([{ type: 'station.rectificationOrdered', planDueOn: '2026-06-04' }]);
  });

  it.each([aPlannedStation(), aRectifyingStation()])('is refused in status $status', (station) => {
    expect(() => orderRectification(station, order, facts)).toThrow(withCode('STATION_STATUS_WRONG'));
  });
});

describe('STA-13 the rectification plan', () => {
  it('has a date after the day of filing, and that date is the next one due', () => {
    expect(planned().rectification).toMatchObject({ dueOn: '2026-07-01', plan: { filedOn: TODAY } });
    expect(() => planRectification(aRectifyingStation(), { ...plan, completeBy: TODAY }, TODAY)).toThrow(
      withCode('RECTIFICATION_PLAN_TOO_EARLY'),
    );
  });

  it('is needed before the rectification is confirmed', () => {
    expect(() => confirmRectification(aRectifyingStation(), { rectifiedOn: TODAY }, TODAY)).toThrow(
      withCode('RECTIFICATION_UNPLANNED'),
    );
  });

  it('filed for a station that has nothing to rectify is refused', () => {
    expect(() => planRectification(anOperatingStation(), plan, TODAY)).toThrow(
      withCode('STATION_STATUS_WRONG'),
    );
  });
});

describe('STA-13 confirming a rectification', () => {
  it('lets the station operate again', () => {
    const { state, events } = confirmRectification(planned(), { rectifiedOn: TODAY, proof: [photo] }, TODAY);

    expect(state).toMatchObject({
      status: 'OPERATING',
      rectification: null,
      rectificationsDone: [{ rectifiedOn: TODAY, proof: [photo] }],
    });
    expect(events).toEqual([{ type: 'station.rectified', rectifiedOn: TODAY, wasOverdue: false }]);
  });

  it('lies not before the order and not in the future', () => {
    const on = (written: string) => () =>
      confirmRectification(planned(), { rectifiedOn: day(written) }, TODAY);

    expect(on('2026-05-19')).toThrow(withCode('DATES_OUT_OF_ORDER'));
    expect(on('2026-05-21')).toThrow(withCode('DATE_IN_FUTURE'));
  });
});

describe('STA-13 an overdue rectification', () => {
  const late = () => noteOverdue(aRectifyingStation(), day('2026-06-05')).state;

  it('is told once, with what is late', () => {
    const { state, events } = noteOverdue(aRectifyingStation(), day('2026-06-05'));

    expect(events).toEqual([{ type: 'station.rectificationOverdue', lacks: 'PLAN', dueOn: '2026-06-04' }]);
    expect(noteOverdue(state, day('2026-06-06')).events).toEqual([]);
  });

  it('is not yet one on the day it is due', () => {
    expect(noteOverdue(aRectifyingStation(), day('2026-06-04')).events).toEqual([]);
    expect(noteOverdue(anOperatingStation(), day('2026-06-05')).events).toEqual([]);
  });

  it('ends with the plan, and may come again with its completion', () => {
    const filed = planRectification(late(), plan, day('2026-06-06'));

    expect(filed.events).toMatchObject([{ wasOverdue: true }]);
    expect(noteOverdue(filed.state, day('2026-07-02')).events).toMatchObject([{ lacks: 'COMPLETION' }]);
  });
});
