import { describe, expect, it } from 'vitest';
import { anActivePairing, aRecipientAgency, aStationId, HAIYUAN, XIJI } from '../../../test/builders.ts';
import { aWorkerId } from '../../../test/work-builders.ts';
import {
  comeOnDuty,
  fileDocument,
  leaveDuty,
  newStation,
  REGIMES,
  type StationFacts,
} from '../county/county-facts.ts';
import { type ExitCriterion, type ExitFacts, exitReadiness } from './exit-readiness.ts';

const post = { postingId: 'pst_1' as never, workerId: aWorkerId(1) };
const complete = (serial: number): StationFacts =>
  REGIMES.reduce(fileDocument, {
    ...comeOnDuty(newStation(aStationId(serial), HAIYUAN), post),
    operating: true,
  });
const everything = (changed: Partial<ExitFacts> = {}): ExitFacts => ({
  stations: [complete(1)],
  workers: [{ id: aWorkerId(1), countyCode: HAIYUAN, employerAgencyId: null, certified: true }],
  contracts: [{ id: 'con_1' as never, countyCode: HAIYUAN, year: 2026 }],
  coverage: { id: HAIYUAN, unitsInScope: 18, unitsCovered: 18 },
  recipient: aRecipientAgency({ canOperate: true }),
  ...changed,
});
const of = (criterion: ExitCriterion, changed: Partial<ExitFacts> = {}) =>
  exitReadiness(anActivePairing(), everything(changed)).find((each) => each.criterion === criterion);

describe('exit readiness', () => {
  it('is given with all criteria met, each with its evidence', () => {
    const list = exitReadiness(anActivePairing(), everything());

    expect(list.map(({ met }) => met)).not.toContain(false);
    expect(list).toHaveLength(7);
    expect(list[0]?.evidence).toEqual([aStationId(1)]);
    expect(list.flatMap(({ missing }) => missing)).toEqual([]);
  });

  it('names the station that does not operate; a closed one is no longer expected to', () => {
    const planned = newStation(aStationId(2), HAIYUAN);
    const stations = [complete(1), planned, { ...newStation(aStationId(3), HAIYUAN), closed: true }];

    expect(of('STATIONS_OPERATING', { stations })).toMatchObject({
      met: false,
      missing: [{ id: aStationId(2), lacks: ['OPERATION'] }],
    });
  });

  it('names the regimes that a station lacks', () => {
    const stations = [{ ...complete(1), regimes: ['PERSONNEL', 'FINANCE', 'PROJECT', 'VOLUNTEER'] }];

    expect(of('ALL_REGIMES', { stations })?.missing).toEqual([
      { id: aStationId(1), lacks: ['SAFETY', 'ARCHIVE'] },
    ]);
  });

  it('counts staff as local where they are registered, and certified apart', () => {
    const fromElsewhere = [{ id: aWorkerId(1), countyCode: XIJI, employerAgencyId: null, certified: true }];
    const uncertified = [{ id: aWorkerId(1), countyCode: HAIYUAN, employerAgencyId: null, certified: false }];
    const alone = [leaveDuty(complete(1), post.postingId)];

    expect(of('LOCAL_STAFF', { workers: fromElsewhere })?.met).toBe(false);
    expect(of('LOCAL_STAFF', { workers: uncertified })?.met).toBe(true);
    expect(of('CERTIFIED_LOCAL_STAFF', { workers: uncertified })?.met).toBe(false);
    expect(of('LOCAL_STAFF', { stations: alone })?.met).toBe(false);
  });

  it('asks for a recipient that can operate, and for money of the county', () => {
    const contracts = [{ id: 'con_1' as never, countyCode: HAIYUAN, year: 2025 }];

    expect(of('RECIPIENT_CAN_OPERATE', { recipient: aRecipientAgency() })?.missing).toMatchObject([
      { lacks: ['CAN_OPERATE'] },
    ]);
    expect(of('LOCAL_FUNDING', { contracts })?.missing).toEqual([{ id: HAIYUAN, lacks: ['CONTRACT'] }]);
  });

  it('asks for a station in every unit of the county, and says how many lack one', () => {
    const coverage = { id: HAIYUAN, unitsInScope: 18, unitsCovered: 15 };

    expect(of('FULL_COVERAGE', { coverage })?.missing).toEqual([
      { id: HAIYUAN, lacks: ['UNITS_COVERED'], count: 3 },
    ]);
    expect(of('FULL_COVERAGE', { coverage: null })?.met).toBe(false);
  });

  it('is far off in a county without a station', () => {
    expect(of('STATIONS_OPERATING', { stations: [] })?.missing).toEqual([
      { id: HAIYUAN, lacks: ['OPERATING_STATION'] },
    ]);
  });
});
