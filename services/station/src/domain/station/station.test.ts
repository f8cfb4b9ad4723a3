import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anOperator, aPlannedStation, STATION_ID, yidu, zhicheng } from '../../../test/builders.ts';
import { signageOf, unitName } from '../reference/signage.ts';
import { planStation } from './station-planning.ts';

const input = {
  id: STATION_ID,
  signage: publicText('宜都市枝城镇社会工作服务站', 'signage'),
  operationMode: 'PURCHASED',
} as const;
const facts = { unit: zhicheng, county: yidu, operator: anOperator() };

const withCode = (code: string) => expect.objectContaining({ code });

describe('STA-1 planning a station', () => {
  it('makes an ordinary station of the unit, with its operator and nothing else yet', () => {
    const { state, events } = planStation(input, facts);

    expect(state).toMatchObject({ ...aPlannedStation(), version: 0 });
    expect(events).toEqual([{ type: 'station.planned' }]);
  });

  it('is refused for a region above the township level', () => {
    expect(() => planStation(input, { ...facts, unit: yidu })).toThrow(withCode('STATION_UNIT_NOT_TOWNSHIP'));
  });

  it.each([{ status: 'SUSPENDED' }, { status: 'STRUCK_OFF' }, { canOperate: false }] as const)(
    'is refused with an operator that has %o',
    (changes) => {
      expect(() => planStation(input, { ...facts, operator: anOperator(changes) })).toThrow(
        withCode('OPERATOR_NOT_ELIGIBLE'),
      );
    },
  );

  it('needs no operator where the government staffs the station itself', () => {
    const own = { ...input, operationMode: 'DIRECT_HIRE' } as const;

    expect(planStation(own, { ...facts, operator: null }).state.operatorAgencyId).toBeNull();
  });

  it('needs one where its operation is purchased', () => {
    expect(() => planStation(input, { ...facts, operator: null })).toThrow(
      withCode('STATION_LACKS_OPERATOR'),
    );
  });
});

describe('STA-3 signage', () => {
  it.each([
    ['枝城镇', '宜都市枝城镇社会工作服务站'],
    ['陆城街道', '宜都市陆城街道社会工作服务站'],
    ['潘家湾土家族乡', '宜都市潘家湾土家族乡社会工作服务站'],
    ['松宜矿区管理委员会', '宜都市松宜矿区社会工作服务站'],
  ])('of the unit %s reads %s', (unit, signage) => {
    expect(signageOf('宜都市', unit)).toBe(signage);
  });

  it('drops the name of the office and nothing else', () => {
    expect(unitName('松宜矿区管理委员会')).toBe('松宜矿区');
    expect(unitName('枝城镇')).toBe('枝城镇');
  });

  it('that differs by one character is refused, and the right one is named', () => {
    expect(() =>
      planStation({ ...input, signage: publicText('宜都枝城镇社会工作服务站', 'signage') }, facts),
    ).toThrow(
      expect.objectContaining({
        code: 'STATION_SIGNAGE_WRONG',
        details: expect.objectContaining({ rule: 'STA-3', expected: input.signage }),
      }),
    );
  });
});
