import type { CalendarDate } from '@qianshou/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  aHeadThere,
  CHANGE_HEAD,
  CONFIRM,
  CORRECT_LEAVE,
  CORRECT_POSTING,
  DRAW_UP,
  ENTER,
  LEAVE,
  leaveInput,
  RESIGN,
  STAND_IN,
  STRIKE_LEAVE,
  STRIKE_POSTING,
} from './duty-operations.ts';
import {
  aPastResident,
  aResidentOnDuty,
  aWorkerThere,
  END,
  pastInput,
  type PostingThere,
  REVIEW,
  residentInput,
  SIGN,
} from './operations.ts';
import {
  aStation,
  bureau,
  clock,
  done,
  hearOfPassing,
  manager,
  type PersonnelGraph,
  personnelGraph,
  province,
  themself,
  told,
  township,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const TODAY = clock.at;
afterEach(() => {
  clock.at = TODAY;
});

const codeOf = async (operation: { readonly query: string }, input: object, actor = bureau) =>
  (await graph.execute(operation.query, { input }, actor)).code;
const atStation = async (stationId: string, fields: string, actor = bureau) => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ...on Station { ${fields} } } }`;
  const of = [{ __typename: 'Station', id: stationId }];
  return (await graph.execute(query, { of }, actor)).data._entities[0];
};
const OFFICIAL = { employerAgencyId: null, directsOfficeOf: '420581100' };

describe('a leave', () => {
  it('holds the seat, is stood in for as long as it lasts, and is told by its days alone', async () => {
    const { id, stationId } = await aPastResident(graph);
    const another = residentInput(await aWorkerThere(graph), stationId);
    expect(await codeOf(STAND_IN, another)).toBe('POSTING_RESIDENT_SEATS_TAKEN');
    const inside = { ...another, startsOn: '2026-11-20', substituteForPostingId: id };
    expect(await codeOf(STAND_IN, inside)).toBe('POSTING_NOBODY_ON_LEAVE');
    expect(await codeOf(LEAVE, leaveInput(id, { from: '2025-01-01' }))).toBe('POSTING_LEAVE_OUTSIDE');
    expect(await codeOf(LEAVE, leaveInput(id, { to: '2026-10-31' }))).toBe('POSTING_LEAVE_BACKWARDS');

    const { posting } = await done(graph, LEAVE, leaveInput(id), manager);
    const { leaveId } = posting.leaves[0];
    expect(await codeOf(LEAVE, leaveInput(id))).toBe('POSTING_LEAVE_OVERLAPS');
    const { posting: substitute } = await done(graph, STAND_IN, inside);
    expect(substitute).toMatchObject({ endsOn: '2026-12-31', substituteFor: { id } });
    const second = { ...inside, workerId: await aWorkerThere(graph) };
    expect(await codeOf(STAND_IN, second)).toBe('POSTING_SUBSTITUTE_THERE');

    const right = { postingId: id, leaveId, reason: '演示:提前返岗' };
    await done(graph, CORRECT_LEAVE, { ...right, to: '2026-11-30' });
    expect(await codeOf(CORRECT_LEAVE, { ...right, to: '2026-11-30' })).toBe('CORRECTED_TO_THE_SAME');
    clock.at = new Date('2026-12-01T02:00:00Z');
    expect(await graph.useCases.endDuePosts()).toEqual({ ended: 1 });
    const { data } = await graph.execute(
      `{ posting(id: "${substitute.id}") { status endReason } }`,
      {},
      bureau,
    );
    expect(data.posting).toEqual({ status: 'LEFT', endReason: 'TERM_OVER' });

    const kinds = `{ posting(id: "${id}") { leaves { kind to corrections { to } } } }`;
    const seen = await graph.execute(kinds, {}, bureau);
    expect(seen.data.posting.leaves).toEqual([
      { kind: 'MATERNITY', to: '2026-11-30', corrections: [{ to: '2026-12-31' }] },
    ]);
    expect((await graph.execute(kinds, {}, province)).data.posting.leaves[0].kind).toBeNull();
    expect(JSON.stringify(await told(graph, 'posting-leave-recorded'))).not.toContain('MATERNITY');
    await done(graph, STRIKE_LEAVE, right);
    expect(await codeOf(STRIKE_LEAVE, right)).toBe('STRUCK_ALREADY');
  });
});

describe('who stands in', () => {
  const aSubstituteOf = async ({ id, stationId }: PostingThere): Promise<PostingThere> => {
    const workerId = await aWorkerThere(graph);
    const proposal = { ...residentInput(workerId, stationId), startsOn: '2026-11-20' };
    const { posting } = await done(graph, STAND_IN, { ...proposal, substituteForPostingId: id });
    for (const actor of [township, manager]) await done(graph, SIGN, { postingId: posting.id }, actor);
    await hearOfPassing(graph, { id: posting.id, workerId }, { passedOn: '2026-11-20' as CalendarDate });
    return { id: posting.id, workerId, stationId };
  };
  const endsOn = async (id: string) =>
    (await graph.execute(`{ posting(id: "${id}") { endsOn } }`, {}, bureau)).data.posting.endsOn;

  it('stays as long as that leave, whatever becomes of another one, and no longer than they said', async () => {
    const resident = await aPastResident(graph);
    const earlier = leaveInput(resident.id, { from: '2026-06-01', to: '2026-06-30' });
    await done(graph, LEAVE, earlier);
    const { posting } = await done(graph, LEAVE, leaveInput(resident.id));
    const [first, second] = posting.leaves;
    const substitute = await aSubstituteOf(resident);
    const right = (leaveId: string) => ({ postingId: resident.id, leaveId, reason: '演示' });

    await done(graph, CORRECT_LEAVE, { ...right(first.leaveId), to: '2026-06-20' });
    expect(await endsOn(substitute.id)).toBe('2026-12-31');
    await done(graph, LEAVE, leaveInput(resident.id, { from: '2027-03-01', to: '2027-03-31' }));
    await done(graph, CORRECT_LEAVE, { ...right(second.leaveId), to: '2027-01-31' });
    expect(await endsOn(substitute.id)).toBe('2027-01-31');
    const resigning = { postingId: substitute.id, lastDay: '2026-12-10' };
    await done(graph, RESIGN, resigning, themself(substitute.workerId));
    await done(graph, CORRECT_LEAVE, { ...right(second.leaveId), to: '2027-01-15' });
    expect(await endsOn(substitute.id)).toBe('2026-12-10');
    await done(graph, STRIKE_LEAVE, right(second.leaveId));
    expect(await endsOn(substitute.id)).toBe('2026-11-20');
  });

  it('held no seat that could be open since they left', async () => {
    const resident = await aPastResident(graph);
    await done(graph, LEAVE, leaveInput(resident.id));
    const substitute = await aSubstituteOf(resident);
    await done(graph, END, { postingId: resident.id, endedOn: '2026-11-05', reason: '演示' });
    await done(graph, END, { postingId: substitute.id, endedOn: '2026-11-20', reason: '演示' });

    const { vacancies } = await atStation(resident.stationId, 'vacancies { role since }');

    expect(vacancies).toContainEqual({ role: 'RESIDENT', since: '2026-11-06' });
  });
});

describe('PER-1 the head of a station', () => {
  it('changes with the director in one step; a second head is refused otherwise', async () => {
    const stationId = await aHeadThere(graph);
    const workerId = await aWorkerThere(graph, { employerAgencyId: null });
    const proposal = { ...residentInput(workerId, stationId), role: 'STATION_HEAD' };
    expect(await codeOf(STAND_IN, proposal)).toBe('POSTING_HEAD_SEAT_TAKEN');

    const changed = await done(graph, CHANGE_HEAD, { stationId, workerId, on: '2026-10-01' }, township);

    expect(changed.posting).toMatchObject({
      status: 'ON_DUTY',
      startedOn: '2026-10-01',
      worker: { id: workerId },
    });
    expect(changed.former).toMatchObject({ endedOn: '2026-09-30', endReason: 'DIRECTOR_CHANGED' });
    expect(await codeOf(CHANGE_HEAD, { stationId, workerId, on: '2026-10-02' })).toBe(
      'POSTING_HEAD_THE_SAME',
    );
    const then = async (on: string) =>
      (await atStation(stationId, `staffOn(on: "${on}") { onLeave posting { worker { id } } }`)).staffOn;
    expect(await then('2026-09-30')).toHaveLength(1);
    expect(await then('2026-10-01')).toEqual([{ onLeave: false, posting: { worker: { id: workerId } } }]);
    expect(await then('2026-02-01')).toEqual([]);
    const empty = { stationId: await aStation(graph), workerId, on: '2026-10-01' };
    expect(await codeOf(CHANGE_HEAD, empty)).toBe('POSTING_HEAD_NOT_THERE');
  });

  it('is acted for until a day, by somebody who is not the director', async () => {
    const stationId = await aStation(graph);
    const workerId = await aWorkerThere(graph, { employerAgencyId: null });
    const proposal = { ...residentInput(workerId, stationId), role: 'STATION_HEAD' };
    expect(await codeOf(STAND_IN, proposal)).toBe('POSTING_HEAD_NOT_OFFICE_DIRECTOR');
    expect(await codeOf(STAND_IN, { ...proposal, role: 'RESIDENT', actingUntil: '2026-06-30' })).toBe(
      'POSTING_ACTING_IS_HEAD',
    );

    const { posting } = await done(graph, STAND_IN, { ...proposal, actingUntil: '2026-06-30' }, township);

    expect(posting).toMatchObject({ acting: true, endsOn: '2026-06-30' });
  });

  it('was one at a time in the past as well', async () => {
    const stationId = await aHeadThere(graph);
    const workerId = await aWorkerThere(graph, OFFICIAL);
    const head = { role: 'STATION_HEAD', preJobCertificateNo: null, startedOn: '2024-01-01' };
    const over = (endedOn: string) => ({
      ...pastInput(workerId, stationId, head),
      endedOn,
      endReason: '演示:调任',
    });

    expect(await codeOf(ENTER, over('2026-03-01'))).toBe('POSTING_HEAD_SEAT_TAKEN');
    expect(await codeOf(ENTER, { ...over('2026-02-01'), endReason: null })).toBe('BAD_USER_INPUT');
    const { posting } = await done(graph, ENTER, over('2026-02-28'));
    expect(posting).toMatchObject({ status: 'LEFT', endedOn: '2026-02-28' });
    const slip = { postingId: posting.id, endedOn: '2026-03-05', reason: '演示' };
    expect(await codeOf(CORRECT_POSTING, slip)).toBe('POSTING_HEAD_SEAT_TAKEN');
  });
});

describe('whoever leaves', () => {
  it('resigns by themself, hands over what was listed, and leaves a vacancy with its days', async () => {
    const { id: postingId, workerId, stationId } = await aResidentOnDuty(graph);
    const resigning = { postingId, lastDay: '2026-11-30' };
    expect(await codeOf(RESIGN, resigning)).toBe('FORBIDDEN');
    expect(await codeOf(RESIGN, { ...resigning, lastDay: '2026-11-19' }, themself(workerId))).toBe(
      'BAD_USER_INPUT',
    );
    await done(graph, RESIGN, resigning, themself(workerId));
    expect(await codeOf(RESIGN, resigning, themself(workerId))).toBe('POSTING_RESIGNED_ALREADY');
    await done(graph, DRAW_UP, { postingId, items: ['演示:钥匙', '演示:台账'] });
    const { posting } = await done(graph, CONFIRM, { postingId, items: [1] }, manager);
    expect(posting.handOver).toEqual([
      { item: '演示:钥匙', doneOn: '2026-11-20' },
      { item: '演示:台账', doneOn: null },
    ]);

    expect(await codeOf(CONFIRM, { postingId, items: [3] })).toBe('BAD_USER_INPUT');
    clock.at = new Date('2026-12-01T02:00:00Z');
    await graph.useCases.endDuePosts();
    const vacancies = 'vacancies { role since fillBy overdue }';
    expect((await atStation(stationId, vacancies)).vacancies).toContainEqual({
      role: 'RESIDENT',
      since: '2026-12-01',
      fillBy: '2027-01-30',
      overdue: false,
    });
    clock.at = new Date('2027-02-01T02:00:00Z');
    expect((await atStation(stationId, vacancies)).vacancies).toContainEqual(
      expect.objectContaining({ role: 'RESIDENT', overdue: true }),
    );
  });
});

describe('the posts whose last day is over', () => {
  it('end each on its own, whatever keeps another from ending', async () => {
    const resigned = async (lastDay: string) => {
      const { id, workerId } = await aResidentOnDuty(graph);
      await done(graph, RESIGN, { postingId: id, lastDay }, themself(workerId));
      return id;
    };
    const broken = await resigned('2026-11-21');
    const other = await resigned('2026-11-22');
    const postings = graph.connection.collection<{ readonly _id: string }>('postings');
    await postings.updateOne({ _id: broken }, { $set: { startedOn: '2027-06-01' } });
    clock.at = new Date('2026-12-01T02:00:00Z');

    await expect(graph.useCases.endDuePosts()).rejects.toThrow();

    const { data } = await graph.execute(`{ posting(id: "${other}") { status endedOn } }`, {}, bureau);
    expect(data.posting).toEqual({ status: 'LEFT', endedOn: '2026-11-22' });
    await postings.deleteOne({ _id: broken });
  });
});

describe('the days of a posting', () => {
  it('are corrected with the clock; struck out, the posting never was', async () => {
    const { id: postingId, stationId } = await aPastResident(graph);
    await done(graph, REVIEW, { countyCode: '420581' });

    const right = { postingId, startedOn: '2025-06-01', reason: '演示:录入有误' };
    const { posting } = await done(graph, CORRECT_POSTING, right);

    expect(posting).toMatchObject({
      startedOn: '2025-06-01',
      certificateClock: { startedOn: '2025-06-01', deadline: '2027-06-01' },
      corrections: [{ startedOn: '2025-01-20' }],
    });
    expect(await codeOf(CORRECT_POSTING, right)).toBe('CORRECTED_TO_THE_SAME');
    expect(await codeOf(CORRECT_POSTING, { ...right, startedOn: '2026-11-21' })).toBe(
      'POSTING_DATE_IN_FUTURE',
    );
    const { posting: struck } = await done(graph, STRIKE_POSTING, { postingId, reason: '演示:误录' });
    expect(struck).toMatchObject({
      status: 'LEFT',
      endReason: 'STRUCK',
      struckOn: '2026-11-20',
      allowedActions: [],
    });
    expect(await codeOf(STRIKE_POSTING, { postingId, reason: '演示' })).toBe('STRUCK_ALREADY');
    expect((await atStation(stationId, 'staffOn(on: "2026-01-01") { onLeave }')).staffOn).toEqual([]);
    expect((await told(graph, 'posting-struck')).at(-1)?.data).toMatchObject({ postingId, wasOnDuty: true });
  });
});
