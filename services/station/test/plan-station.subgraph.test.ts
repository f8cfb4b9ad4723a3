import type { Unrecognised } from '@qianshou/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, OPERATOR_ID } from './builders.ts';
import { bureau, hearOfOperator, PLAN, type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;

beforeAll(async () => {
  graph = await stationGraph();
});
afterAll(() => graph.stop());

const input = {
  townshipCode: '420581104',
  signage: '宜都市枝城镇社会工作服务站',
  operatorAgencyId: OPERATOR_ID,
};
const plan = (changes: Record<string, unknown>) =>
  graph.execute(PLAN, { input: { ...input, ...changes } }, bureau);
const ofType = async (type: string) => (await graph.outbox()).filter((event) => event.type === type);

describe('planStation', () => {
  it('plans the station and publishes it with its unit and operator', async () => {
    const { data, errors } = await plan({});

    expect(errors).toEqual([]);
    expect(data.planStation.station).toMatchObject({ status: 'PLANNED', tier: 'ORDINARY', version: 1 });
    expect(await ofType('qianshou.station.planned.v1')).toMatchObject([
      {
        subject: `station/${data.planStation.station.id}`,
        sequence: '1',
        regioncode: '420581104',
        data: { townshipCode: '420581104', countyCode: '420581', operatorAgencyId: OPERATOR_ID },
      },
    ]);
  });

  it('STA-1 is refused where the unit has a station, and publishes nothing', async () => {
    const { code, details } = await plan({});

    expect(code).toBe('STATION_UNIT_TAKEN');
    expect(details['rule']).toBe('STA-1');
    expect(await ofType('qianshou.station.planned.v1')).toHaveLength(1);
  });

  it('STA-3 is refused with another signage, and names the right one', async () => {
    const { code, details } = await plan({
      townshipCode: '420581400',
      signage: '宜都市松宜矿区管理委员会社会工作服务站',
    });

    expect(code).toBe('STATION_SIGNAGE_WRONG');
    expect(details['expected']).toBe('宜都市松宜矿区社会工作服务站');
  });

  it.each([
    ['a code that is no region', { townshipCode: '999999999' }, 'BAD_USER_INPUT'],
    ['a county in place of a unit', { townshipCode: '420581' }, 'BAD_USER_INPUT'],
    ['a unit that is not in the snapshot', { townshipCode: '420581199' }, 'REGION_NOT_FOUND'],
    ['an agency id of the wrong kind', { operatorAgencyId: anId('sta', 1) }, 'BAD_USER_INPUT'],
    ['an agency not heard of yet', { operatorAgencyId: anId('agy', 77) }, 'NOT_KNOWN_HERE_YET'],
    ['a NUL in the signage', { signage: 'a\u0000b' }, 'BAD_USER_INPUT'],
    ['an operator in place of a string', { signage: { $ne: '' } }, 'BAD_USER_INPUT'],
  ])('refuses %s', async (_what, changes, code) => {
    const before = (await graph.outbox()).length;

    const answer = await plan({
      townshipCode: '420581100',
      signage: '宜都市红花套镇社会工作服务站',
      ...changes,
    });

    expect(answer.code).toBe(code);
    expect((await graph.outbox()).length).toBe(before);
  });

  it.each(['SUSPENDED', 'A_STANDING_OF_LATER'])('is refused with an operator that is %s', async (status) => {
    const agencyId = anId('agy', 5);
    await hearOfOperator(graph, { agencyId });
    await graph.hear('qianshou.pairing.agency-status-changed.v1', {
      agencyId,
      status: status as Unrecognised,
      reason: '演示',
    });

    const { code } = await plan({
      townshipCode: '420581100',
      signage: '宜都市红花套镇社会工作服务站',
      operatorAgencyId: agencyId,
    });

    expect(code).toBe('OPERATOR_NOT_ELIGIBLE');
  });

  it('follows what an agency was attested to be able to do', async () => {
    const agencyId = anId('agy', 6);
    await hearOfOperator(graph, { agencyId });
    const revised = {
      agencyId,
      canDispatch: false,
      canReceive: false,
      canOperate: false,
      evaluationGrade: 'A1',
    };
    await graph.hear('qianshou.pairing.agency-revised.v1', revised);

    const { code } = await plan({
      townshipCode: '420581100',
      signage: '宜都市红花套镇社会工作服务站',
      operatorAgencyId: agencyId,
    });

    expect(code).toBe('OPERATOR_NOT_ELIGIBLE');
  });

  it('STA-1 lets one of two plans for the same unit at once through', async () => {
    const same = { townshipCode: '420581101', signage: '宜都市高坝洲镇社会工作服务站' };

    const answers = await Promise.all([plan(same), plan(same)]);

    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['STATION_UNIT_TAKEN', undefined]));
  });
});
