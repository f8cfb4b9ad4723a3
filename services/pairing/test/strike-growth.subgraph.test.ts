import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldPairingEvent } from '../src/messaging/figures.ts';
import { FUJIAN, HAIYUAN } from './builders.ts';
import { PAPER } from './consents.ts';
import { active, bureau, openedGraph, type PairingGraph, recipientAgency, told } from './under-test.ts';
import { aWorkerId } from './work-builders.ts';
import { work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const stranger = inRegion('PROVINCE_AUTHORITY', FUJIAN);
const otherClerk = { ...inRegion('COUNTY_CIVIL_AFFAIRS', HAIYUAN), subject: 'other-clerk' };
const mistake = { reason: '误登:演示' };

/** What the county's figure comes to, and that of each year. */
async function figureOf(name: string): Promise<Readonly<Record<string, number>>> {
  const totals: Record<string, number> = {};
  for (const event of await graph.outbox())
    for (const { period = 'all', figures } of foldPairingEvent(
      event as unknown as KnownEvent<EventTypeOf<'pairing'>>,
    ))
      totals[period] = (totals[period] ?? 0) + Number(figures[name] ?? 0);
  return Object.fromEntries(Object.entries(totals).filter(([, value]) => value !== 0));
}

describe('strikeGrownAgency', () => {
  it('PAIR-9 takes the agency out of count and figures, and leaves it to the pairing that grew it', async () => {
    const [pairingId, other] = [await active(graph), await active(graph)];
    const agencyId = await recipientAgency(graph);
    await worked(graph, 'recordGrownAgency', { pairingId, agencyId }, bureau);
    const strike = { pairingId, agencyId, ...mistake };
    expect((await work(graph, 'strikeGrownAgency', strike, stranger)).code).toBe('FORBIDDEN');

    const struck = await worked(graph, 'strikeGrownAgency', strike, bureau);

    expect(struck).toMatchObject({
      agenciesGrown: [],
      agenciesGrownStruck: [{ agency: { id: agencyId }, strikeReason: '误登:演示' }],
    });
    expect(struck.allowedActions).not.toContain('STRIKE_GROWN_AGENCY');
    expect(await figureOf('agenciesGrown')).toEqual({});
    expect(await told(graph, 'agency-growth-struck')).toMatchObject([{ data: { agencyId } }]);
    expect((await work(graph, 'strikeGrownAgency', strike, bureau)).code).toBe('STRUCK_ALREADY');
    await worked(graph, 'recordGrownAgency', { pairingId: other, agencyId }, bureau);
    expect(await figureOf('agenciesGrown')).toMatchObject({ all: 1 });
  });
});

describe('correctGrownAgency', () => {
  it('PAIR-9 counts the agency that grew, in the year in which it did, and keeps what stood', async () => {
    const pairingId = await active(graph);
    const [agencyId, correctAgencyId] = [await recipientAgency(graph), await recipientAgency(graph)];
    const before = await figureOf('agenciesGrown');
    await worked(graph, 'recordGrownAgency', { pairingId, agencyId }, bureau);
    const right = {
      pairingId,
      agencyId,
      correctAgencyId,
      grownOn: '2026-04-01',
      ...mistake,
      evidence: PAPER,
    };
    expect((await work(graph, 'correctGrownAgency', right, stranger)).code).toBe('FORBIDDEN');
    expect((await work(graph, 'correctGrownAgency', right, otherClerk)).code).toBe('RECORDED_BY_OTHERS');

    const corrected = await worked(graph, 'correctGrownAgency', right, bureau);

    expect(corrected).toMatchObject({
      agencyGrowths: [{ agency: { id: correctAgencyId }, grownOn: '2026-04-01' }],
      agenciesGrownCorrections: [
        {
          agency: { id: agencyId },
          correctAgency: { id: correctAgencyId },
          evidence: { title: PAPER.title },
        },
      ],
    });
    expect(await figureOf('agenciesGrown')).toMatchObject({ all: (before['all'] ?? 0) + 1 });
    const asked = async (changes: Record<string, unknown>) =>
      (await work(graph, 'correctGrownAgency', { ...right, ...changes }, bureau)).code;
    expect(await asked({})).toBe('AGENCY_NOT_COUNTED_AS_GROWN');
    const again = { agencyId: correctAgencyId, correctAgencyId: null };
    expect(await asked(again)).toBe('CORRECTED_TO_THE_SAME');
    expect(await asked({ ...again, grownOn: '2026-01-01' })).toBe('PAIRING_WORK_OUTSIDE_SPAN');
    await worked(graph, 'recordGrownAgency', { pairingId: await active(graph), agencyId }, bureau);
    expect(await asked({ agencyId: correctAgencyId, correctAgencyId: agencyId })).toBe(
      'AGENCY_GROWN_ELSEWHERE',
    );
    expect(await figureOf('agenciesGrown')).toMatchObject({ all: (before['all'] ?? 0) + 2 });
  });
});

describe('correctTrainee', () => {
  it('PAIR-10 puts whom was meant in place of whom was named; how many stays', async () => {
    const pairingId = await active(graph);
    await worked(graph, 'nameTrainees', { pairingId, workerIds: [aWorkerId(11), aWorkerId(12)] }, bureau);
    const before = await figureOf('trainees');
    const to = (workerId: string, correctWorkerId: string) => ({
      pairingId,
      workerId,
      correctWorkerId,
      ...mistake,
    });

    const corrected = await worked(graph, 'correctTrainee', to(aWorkerId(11), aWorkerId(13)), bureau);

    expect(corrected).toMatchObject({ trainees: 2, traineeCorrections: [{ reason: mistake.reason }] });
    expect(await figureOf('trainees')).toEqual(before);
    const codes = [];
    for (const [named, meant] of [
      [11, 14],
      [12, 12],
      [12, 13],
    ] as const)
      codes.push((await work(graph, 'correctTrainee', to(aWorkerId(named), aWorkerId(meant)), bureau)).code);
    expect(codes).toEqual(['TRAINEE_NOT_NAMED', 'CORRECTED_TO_THE_SAME', 'TRAINEE_NAMED_ALREADY']);
    expect((await work(graph, 'correctTrainee', to(aWorkerId(12), aWorkerId(15)), otherClerk)).code).toBe(
      'RECORDED_BY_OTHERS',
    );
  });
});

describe('strikeTrainee', () => {
  it('PAIR-10 takes one back, once of two who strike at once', async () => {
    const pairingId = await active(graph);
    const named = (await figureOf('trainees'))['all'] ?? 0;
    const workerIds = [aWorkerId(1), aWorkerId(2)];
    await worked(graph, 'nameTrainees', { pairingId, workerIds }, bureau);
    const strike = { pairingId, workerId: aWorkerId(1), ...mistake };
    expect((await work(graph, 'strikeTrainee', strike, stranger)).code).toBe('FORBIDDEN');

    const answers = await Promise.all([1, 2].map(() => work(graph, 'strikeTrainee', strike, bureau)));

    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const { data } = await graph.execute(
      `{ pairing(id: "${pairingId}") { trainees traineesStruck { strikeReason } } }`,
    );
    expect(data.pairing).toEqual({ trainees: 1, traineesStruck: [{ strikeReason: '误登:演示' }] });
    expect(await figureOf('trainees')).toEqual({ all: named + 1 });
  });
});
