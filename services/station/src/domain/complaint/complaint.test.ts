import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, aPlannedStation, day, TODAY } from '../../../test/builders.ts';
import { handleComplaint, noteComplaintOverdue, receiveComplaint, strikeComplaint } from './complaint.ts';
import { neighbourhoodOf, nearestFirst } from '../reference/nearness.ts';
import { publishServiceGuide } from '../station/service-guide.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const input = {
  id: anId('cmp', 1),
  kind: 'ATTITUDE',
  tookPlace: true,
  statement: publicText('上门时间多次变更', 'statement'),
} as const;
const facts = { days: 15, today: TODAY };
const received = () => receiveComplaint(input, anOperatingStation(), facts).state;
const handling = { on: TODAY, outcome: 'UPHELD', result: publicText('已整改', 'result') } as const;

describe('receiving a complaint', () => {
  it('gives it the days of the county', () => {
    expect(received()).toMatchObject({ status: 'RECEIVED', dueOn: '2026-06-04', overdueSince: null });
  });

  it('STA-12 refuses one that points at a person', () => {
    const told = '社工姓名:某某,电话 13812345678';
    const statement = () => publicText(told, 'statement');

    expect(() => receiveComplaint({ ...input, statement: statement() }, anOperatingStation(), facts)).toThrow(
      withCode('PERSONAL_MARKS_FOUND'),
    );
  });

  it('needs a station that works or has worked', () => {
    expect(() => receiveComplaint(input, aPlannedStation(), facts)).toThrow(withCode('STATION_STATUS_WRONG'));
  });
});

describe('handling a complaint', () => {
  it('ends it with a result that everybody may read', () => {
    const { state, events } = handleComplaint(received(), handling, TODAY);

    expect(state).toMatchObject({ status: 'HANDLED', handling });
    expect(events).toMatchObject([{ type: 'complaint.handled', outcome: 'UPHELD', wasOverdue: false }]);
    expect(() => handleComplaint(state, handling, TODAY)).toThrow(withCode('COMPLAINT_ALREADY_HANDLED'));
  });

  it('lies neither before its receipt nor in the future, and names nobody', () => {
    const on = (written: string) => () =>
      handleComplaint(received(), { ...handling, on: day(written) }, TODAY);

    expect(on('2026-05-19')).toThrow(withCode('DATES_OUT_OF_ORDER'));
    expect(on('2026-05-21')).toThrow(withCode('DATE_IN_FUTURE'));
    expect(() =>
      handleComplaint(received(), { ...handling, result: publicText('已批评张先生', 'result') }, TODAY),
    ).toThrow(withCode('PERSONAL_MARKS_FOUND'));
  });
});

describe('striking a complaint out', () => {
  const spam = publicText('广告', 'reason');
  const why = { reason: spam, evidence: null };

  it('ends it as none, once, and not after it was handled', () => {
    const { state, events } = strikeComplaint(received(), why, TODAY);

    expect(state).toMatchObject({ status: 'STRUCK', struck: { on: TODAY, reason: spam } });
    expect(events).toEqual([{ type: 'complaint.struck', struckOn: TODAY, wasOverdue: false }]);
    expect(() => strikeComplaint(state, why, TODAY)).toThrow(withCode('COMPLAINT_STRUCK'));
    expect(() => handleComplaint(state, handling, TODAY)).toThrow(withCode('COMPLAINT_STRUCK'));
    const handled = handleComplaint(received(), handling, TODAY).state;
    expect(() => strikeComplaint(handled, why, TODAY)).toThrow(withCode('COMPLAINT_ALREADY_HANDLED'));
  });
});

describe('a complaint that is late', () => {
  it('is told once, after the day it was due', () => {
    const late = noteComplaintOverdue(received(), day('2026-06-05'));

    expect(noteComplaintOverdue(received(), day('2026-06-04')).events).toEqual([]);
    expect(late.events).toEqual([{ type: 'complaint.overdue' }]);
    expect(noteComplaintOverdue(late.state, day('2026-06-06')).events).toEqual([]);
    expect(handleComplaint(late.state, handling, TODAY).events).toMatchObject([{ wasOverdue: true }]);
  });
});

describe('nearness by code', () => {
  const placed = (...codes: readonly string[]) =>
    codes.map((code) => ({ townshipCode: code as ReturnType<typeof neighbourhoodOf> }));
  const from = (code: string) => code as ReturnType<typeof neighbourhoodOf>;

  it('is the unit itself, then its county, then the prefecture', () => {
    const stations = placed('420502100', '420581100', '420581104', '420581105');

    const order = nearestFirst(stations, from('420581104')).map(({ townshipCode }) => townshipCode);

    expect(order).toEqual(['420581104', '420581105', '420581100', '420502100']);
  });

  it('is not asked of a province or a prefecture', () => {
    expect(neighbourhoodOf(from('420581'))).toBe('420500');
    expect(() => neighbourhoodOf(from('420500'))).toThrow(withCode('BAD_USER_INPUT'));
  });
});

describe('the service guide of a station', () => {
  const guide = {
    openingHours: publicText('周一至周五 8:30—17:30', 'openingHours'),
    offers: ['ELDERLY_HOME_VISIT'],
    officePhone: '0717-4820000',
  };

  it('names services of the catalogue, each once', () => {
    const publish = (changes: Partial<typeof guide>) => () =>
      publishServiceGuide(anOperatingStation(), { ...guide, ...changes });

    expect(publish({})().state.guide).toEqual(guide);
    expect(publish({ offers: ['NONSENSE'] })).toThrow(withCode('SERVICE_UNKNOWN'));
    expect(publish({ offers: [...guide.offers, ...guide.offers] })).toThrow(withCode('BAD_USER_INPUT'));
    expect(publish({ officePhone: 'ring me' })).toThrow(withCode('BAD_USER_INPUT'));
  });
});
