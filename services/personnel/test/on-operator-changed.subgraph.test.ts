import { ofAgency, unmovedAgencyPaths } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centreId, postingId, stationId } from '../src/domain/ids.ts';
import { NAMING_AGENCIES } from '../src/persistence/reference/naming-agencies.ts';
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

const aCentreWorker = async (of: PersonnelGraph): Promise<string> => (await aPastResident(of)).id;

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

describe('a guidance centre goes to another operator', () => {
  it('and its people leave with the former one, but for those who are named', async () => {
    const [leaver, stayer] = [await aCentreWorker(graph), await aCentreWorker(graph)];
    const centre = centreId('ctr_01900000-0000-7000-8000-000000000055');
    await graph.connection
      .collection<{ _id: string }>('postings')
      .updateMany({ _id: { $in: [leaver, stayer] } }, { $set: { stationId: null, centreId: centre } });

    const place = { centreId: centre, countyCode: YIDU };
    await graph.hear('qianshou.station.centre-planned.v1', { ...place, operatorAgencyId: OPERATOR });

    await graph.hear('qianshou.station.centre-operator-changed.v1', {
      ...place,
      operatorAgencyId: OTHER_OPERATOR,
      before: { operatorAgencyId: OPERATOR },
      from: day('2026-11-10'),
      stayingPostings: [postingId(stayer)],
    });

    expect(await read(graph, leaver)).toMatchObject({ status: 'LEFT', endReason: 'OPERATOR_CHANGED' });
    expect(await read(graph, stayer, ofAgency(OTHER_OPERATOR))).toMatchObject({ status: 'ON_DUTY' });
    expect(await read(graph, stayer, ofAgency(OPERATOR))).toBeNull();
  });
});

describe('an agency that pairing merged into another one', () => {
  it('has its people and their posts under the id that was kept', async () => {
    const { id } = await aPastResident(graph);

    await graph.hear('qianshou.pairing.agency-merged.v1', {
      agencyId: OTHER_OPERATOR,
      droppedAgencyId: OPERATOR,
    });

    expect(await read(graph, id, ofAgency(OTHER_OPERATOR))).toMatchObject({ status: 'ON_DUTY' });
    expect(await read(graph, id, ofAgency(OPERATOR))).toBeNull();
  });

  it('moves every field of every collection here that names an agency', () => {
    // Whoever read a person's data, or began an import, did it as who they were.
    expect(unmovedAgencyPaths(graph.connection, NAMING_AGENCIES)).toEqual([
      'disclosures.office.agencyId',
      'import_runs.owner.grants.agencyId',
    ]);
  });
});
