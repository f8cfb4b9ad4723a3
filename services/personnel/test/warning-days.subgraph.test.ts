import type { CalendarDate, Id } from '@qianshou/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { uuid } from './builders.ts';
import { aPastResident, read, REVIEW } from './operations.ts';
import {
  clock,
  done,
  hearOfPolicy,
  hearOfRuling,
  type PersonnelGraph,
  personnelGraph,
  told,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const NOVEMBER = new Date('2026-11-20T02:00:00Z');
afterEach(() => {
  clock.at = NOVEMBER;
});

const review = () => done(graph, REVIEW, { countyCode: '420581' });
const of = async (name: string, postingId: string) =>
  (await told(graph, name)).filter(({ data }) => data['postingId'] === postingId);

describe('PER-9 other days of warning rule from today', () => {
  const OTHERS = { policyId: `pol_${uuid(16)}` as Id<'pol'>, validFrom: '2026-11-20' as CalendarDate };
  const ofDays = (certificateWarningDays: number[]) =>
    hearOfPolicy(graph, { ...OTHERS, certificateWarningDays });
  afterEach(() => hearOfPolicy(graph, { ...OTHERS, withdrawnOn: '2026-11-20' as CalendarDate }));
  const warnedOf = async (id: string) =>
    (await of('certificate-deadline-near', id)).map(({ data }) => data['threshold']);

  it('the sweep warns by the policy of its day, and twice of nothing', async () => {
    const { id } = await aPastResident(graph, { startedOn: '2025-01-20' });
    await review();
    expect(await warnedOf(id)).toEqual([90]);

    await ofDays([120, 61, 45]);
    await hearOfRuling(graph, 2, [120, 61, 45]);
    await review();
    await review();
    expect(await warnedOf(id)).toEqual([90]);
    clock.at = new Date('2026-12-06T02:00:00Z');
    await graph.useCases.sweepCertificateDeadlines();
    await graph.useCases.sweepCertificateDeadlines();

    expect(await warnedOf(id)).toEqual([90, 45]);
    expect(await read(graph, id)).toMatchObject({ certificateClock: { warnedAt: 45 } });
  });

  it('a clock that nobody warned of yet is warned of at once where the county asks for it earlier', async () => {
    const { id } = await aPastResident(graph, { startedOn: '2025-09-20' });
    await review();
    expect(await warnedOf(id)).toEqual([]);

    await ofDays([365, 30]);
    await hearOfRuling(graph, 2);
    await review();

    expect(await warnedOf(id)).toEqual([365]);
  });

  it('a policy of before, which says none, is that of 180, 90 and 30', async () => {
    const { id } = await aPastResident(graph, { startedOn: '2024-12-10' });
    await hearOfPolicy(graph, OTHERS);
    await review();

    expect(await warnedOf(id)).toEqual([30]);
  });
});
