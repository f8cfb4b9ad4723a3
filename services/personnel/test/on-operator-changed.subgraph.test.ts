import { ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postingId, stationId } from '../src/domain/ids.ts';
import { day, OPERATOR, OTHER_OPERATOR, region, YIDU } from './builders.ts';
import { aPastResident, aTraineeThere, read } from './operations.ts';
import { type PersonnelGraph, personnelGraph, told } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const operatorChanges = (station: string, staying: readonly string[] = []) =>
  graph.hear('qianshou.station.operator-changed.v1', {
    stationId: stationId(station),
    townshipCode: region('420581100'),
    countyCode: YIDU,
    tier: 'ORDINARY',
    operatorAgencyId: OTHER_OPERATOR,
    operationMode: 'PURCHASED',
    before: { operatorAgencyId: OPERATOR, operationMode: 'PURCHASED' },
    from: day('2026-11-10'),
    stayingPostings: staying.map(postingId),
  });
const ofPosting = async (name: string, id: string) =>
  (await told(graph, name)).filter(({ data }) => data['postingId'] === id);

describe('a station goes to another operator', () => {
  it('and the people of the former one leave on the day before, with the reason', async () => {
    const { id, stationId: station } = await aPastResident(graph);

    await operatorChanges(station);

    expect(await read(graph, id)).toMatchObject({ status: 'LEFT', endReason: 'OPERATOR_CHANGED' });
    expect(await ofPosting('posting-ended', id)).toMatchObject([
      { data: { endedOn: '2026-11-09', wasOnDuty: true } },
    ]);
  });

  it('and who is named passes over: the new operator reads the post, the former one no more', async () => {
    const { id, stationId: station } = await aPastResident(graph);

    await operatorChanges(station, [id]);

    expect(await read(graph, id)).toMatchObject({ status: 'ON_DUTY' });
    expect(await read(graph, id, ofAgency(OTHER_OPERATOR))).toMatchObject({ status: 'ON_DUTY' });
    expect(await read(graph, id, ofAgency(OPERATOR))).toBeNull();
    expect(await ofPosting('posting-passed-over', id)).toMatchObject([
      { data: { operatorAgencyId: OTHER_OPERATOR, operatorBefore: OPERATOR, from: '2026-11-10' } },
    ]);
    expect(await ofPosting('posting-ended', id)).toEqual([]);
  });

  it('and who is in training for the former one does not begin, even if named; told again, nothing happens', async () => {
    const { id, stationId: station } = await aTraineeThere(graph);

    await operatorChanges(station, [id]);
    await operatorChanges(station, [id]);

    expect(await read(graph, id)).toMatchObject({ status: 'LEFT', endReason: 'OPERATOR_CHANGED' });
    expect(await ofPosting('posting-ended', id)).toHaveLength(1);
  });
});
