import { publicText, type RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperator, day, TODAY } from '../../../test/builders.ts';
import { correctCentre, strikeCentre } from './centre-correction.ts';
import {
  addCentreWorker,
  closeCentre,
  nameExpertTeam,
  openCentre,
  planCentre,
  removeCentreWorker,
} from './guidance-centre.ts';

const input = {
  id: anId('ctr', 1),
  countyCode: '420581' as RegionCode,
  name: publicText('宜都市社会工作服务指导中心(演示)', 'name'),
  expertTeam: publicText('演示大学社会学系', 'expertTeam'),
};
const withWorkers = (count: number) =>
  Array.from({ length: count }, (_, index) => anId('pst', index + 1)).reduce(
    (centre, posting) => addCentreWorker(centre, posting).state,
    planCentre(input, anOperator()).state as Parameters<typeof addCentreWorker>[0],
  );

describe('STA-6 opening the guidance centre', () => {
  it('is possible with two workers and an expert team', () => {
    expect(openCentre(withWorkers(2), TODAY, anOperator()).state).toMatchObject({
      status: 'OPERATING',
      openedOn: TODAY,
    });
  });

  it.each([0, 1])('is refused with %i workers', (count) => {
    expect(() => openCentre(withWorkers(count), TODAY, anOperator())).toThrow(
      expect.objectContaining({
        code: 'CENTRE_LACKS_STAFF',
        details: expect.objectContaining({ rule: 'STA-6', missing: ['CENTRE_WORKER'] }),
      }),
    );
  });

  it('is refused without an expert team, and possible once one is named', () => {
    const centre = { ...withWorkers(2), expertTeam: null };

    expect(() => openCentre(centre, TODAY, anOperator())).toThrow(
      expect.objectContaining({ code: 'CENTRE_LACKS_STAFF' }),
    );
    expect(
      openCentre(nameExpertTeam(centre, publicText('演示大学', 'expertTeam')).state, TODAY, anOperator())
        .state.status,
    ).toBe('OPERATING');
  });

  it('does not happen twice', () => {
    const open = openCentre(withWorkers(2), TODAY, anOperator()).state;
    const suspended = anOperator({ status: 'SUSPENDED' });
    expect(() => openCentre(withWorkers(2), TODAY, suspended)).toThrow(
      expect.objectContaining({ code: 'OPERATOR_NOT_ELIGIBLE' }),
    );

    expect(() => openCentre(open, TODAY, anOperator())).toThrow(
      expect.objectContaining({ code: 'CENTRE_NOT_PLANNED' }),
    );
  });

  it('counts a worker told of twice once, and one who left no more', () => {
    const centre = withWorkers(2);

    expect(addCentreWorker(centre, anId('pst', 1)).events).toEqual([]);
    expect(removeCentreWorker(centre, anId('pst', 1)).state.workers).toEqual([anId('pst', 2)]);
    expect(removeCentreWorker(centre, anId('pst', 9)).events).toEqual([]);
  });
});

describe('closing a guidance centre', () => {
  const ending = { reason: publicText('合同到期', 'reason'), on: TODAY };
  const planned = withWorkers(1);
  const open = openCentre(withWorkers(2), day('2026-03-01'), anOperator()).state;

  it('keeps its record, with the day, the reason and what it had come to', () => {
    const { state, events } = closeCentre(open, ending, TODAY);

    expect(state).toEqual({
      ...open,
      status: 'CLOSED',
      closure: { reason: publicText('合同到期', 'reason'), closedOn: TODAY },
    });
    expect(events).toEqual([{ type: 'centre.closed', from: 'OPERATING', closedOn: TODAY }]);
    expect(closeCentre(planned, ending, TODAY).events).toMatchObject([{ from: 'PLANNED' }]);
  });

  it.each([
    ['before it opened', '2026-02-28', 'DATES_OUT_OF_ORDER'],
    ['in the future', '2026-05-21', 'DATE_IN_FUTURE'],
  ])('is refused %s', (_what, on, code) => {
    expect(() => closeCentre(open, { ...ending, on: day(on) }, TODAY)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('is refused a second time, as is another expert team; its people still leave', () => {
    const closed = closeCentre(open, ending, TODAY).state;

    expect(() => closeCentre(closed, ending, TODAY)).toThrow(
      expect.objectContaining({ code: 'CENTRE_CLOSED' }),
    );
    expect(() => nameExpertTeam(closed, publicText('演示大学', 'expertTeam'))).toThrow(
      expect.objectContaining({ code: 'CENTRE_CLOSED' }),
    );
    expect(removeCentreWorker(closed, anId('pst', 1)).state.workers).toEqual([anId('pst', 2)]);
  });
});

describe('a guidance centre that was entered wrongly', () => {
  const why = { reason: publicText('误登', 'reason'), evidence: null };
  const planned = planCentre(input, anOperator()).state;
  const opened = openCentre(withWorkers(2), TODAY, anOperator()).state;
  const withCode = (code: string) => expect.objectContaining({ code });

  it('is struck out where nobody is on duty, once', () => {
    const { state, events } = strikeCentre(planned, why, TODAY);

    expect(state).toMatchObject({ status: 'STRUCK', struck: { on: TODAY, reason: '误登' } });
    expect(events).toEqual([{ type: 'centre.struck', from: 'PLANNED', struckOn: TODAY }]);
    expect(() => strikeCentre(state, why, TODAY)).toThrow(withCode('CENTRE_STRUCK'));
    expect(() => nameExpertTeam(state, input.expertTeam)).toThrow(withCode('CENTRE_STRUCK'));
    expect(() => strikeCentre(opened, why, TODAY)).toThrow(withCode('CENTRE_HAS_WORKERS'));
  });

  it('is corrected, and keeps what it said', () => {
    const corrected = { name: publicText('宜都市社工指导中心(演示)', 'name'), openedOn: day('2026-01-01') };
    const { state, events } = correctCentre(opened, corrected, { ...why, today: TODAY });

    expect(state).toMatchObject({ ...corrected, corrections: [{ name: input.name, openedOn: TODAY }] });
    expect(events).toEqual([{ type: 'centre.corrected', openedOn: '2026-01-01' }]);
  });

  it.each([
    [{}, 'CORRECTED_TO_THE_SAME'],
    [{ openedOn: TODAY }, 'CORRECTED_TO_THE_SAME'],
    [{ openedOn: day('2099-01-01') }, 'DATE_IN_FUTURE'],
  ])('is not corrected to %j', (corrected, code) => {
    expect(() => correctCentre(opened, corrected, { ...why, today: TODAY })).toThrow(withCode(code));
  });

  it('has no day of opening to correct before it opened', () => {
    const asked = { ...why, today: TODAY };
    expect(() => correctCentre(planned, { openedOn: TODAY }, asked)).toThrow(withCode('BAD_USER_INPUT'));
  });
});
