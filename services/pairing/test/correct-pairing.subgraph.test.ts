import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUJIAN, HAIYUAN } from './builders.ts';
import { PAPER } from './consents.ts';
import { TARGET } from './probed-things.ts';
import {
  active,
  bureau,
  dispatchingAgency,
  matched,
  openedGraph,
  type PairingGraph,
  province,
  recipientAgency,
  scheme,
  told,
} from './under-test.ts';
import { activityInput, work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const grounds = { reason: '协议日期误录:演示', evidence: PAPER };
const otherClerk = { ...inRegion('COUNTY_CIVIL_AFFAIRS', HAIYUAN), subject: 'other-clerk' };
const stranger = inRegion('PROVINCE_AUTHORITY', FUJIAN);

const codeOf = async (pairingId: string, facts: Record<string, unknown>, actor = bureau) =>
  (await work(graph, 'correctPairing', { pairingId, ...facts, ...grounds }, actor)).code;
const corrected = (pairingId: string, facts: Record<string, unknown>, actor = bureau) =>
  worked(graph, 'correctPairing', { pairingId, ...facts, ...grounds }, actor);

describe('correctPairing', () => {
  it('PAIR-2 corrects the days of the agreement; where the pairing stands and the cover of its county follow', async () => {
    const pairingId = await active(graph);
    const covers = async () =>
      (await told(graph, 'county-cover-changed', `recipient-county/${HAIYUAN}`)).map(
        ({ data }) => data['activePairings'],
      );

    const over = await corrected(pairingId, { endsOn: '2026-05-31', agreementNo: '演示协议-2' });

    expect(over).toMatchObject({
      status: 'PAST_END',
      agreementNo: '演示协议-2',
      corrections: [{ agreementNo: '演示协议-1', endsOn: '2026-12-31', evidence: { title: PAPER.title } }],
    });
    expect(over.allowedActions).toContain('CORRECT');
    expect(await covers()).toEqual([1, 0]);
    expect(await told(graph, 'corrected', `pairing/${pairingId}`)).toMatchObject([
      { data: { status: 'PAST_END', endsOn: '2026-05-31', before: { endsOn: '2026-12-31' } } },
    ]);
    expect(await corrected(pairingId, { endsOn: '2026-11-30' })).toMatchObject({ status: 'ACTIVE' });
    expect(await covers()).toEqual([1, 0, 1]);
  });

  it('judges the days as if they were recorded now, by what is recorded of the work', async () => {
    const pairingId = await active(graph);
    await worked(graph, 'logSupportActivity', activityInput(pairingId), bureau);
    await worked(graph, 'setPairingTarget', { pairingId, ...TARGET, dueOn: '2026-10-31' }, bureau);

    const cases = [
      [{}, 'CORRECTED_TO_THE_SAME'],
      [{ endsOn: '2026-12-31' }, 'CORRECTED_TO_THE_SAME'],
      [{ startsOn: '2026-01-15' }, 'PAIRING_DATES_INVALID'],
      [{ startsOn: '2026-04-20' }, 'PAIRING_DATES_INVALID'],
      [{ endsOn: '2026-09-30' }, 'PAIRING_DATES_INVALID'],
      [{ endsOn: '2026-02-01' }, 'PAIRING_DATES_INVALID'],
      [{ signedOn: '2026-08-01' }, 'PAIRING_DATES_INVALID'],
      [{ endsOn: '2031-02-01' }, 'PAIRING_OUTSIDE_OPEN_PHASE'],
      [{ agreementNo: '  ' }, 'BAD_USER_INPUT'],
      [{ endsOn: '2026-10-31' }, undefined],
    ] as const;
    for (const [facts, code] of cases) expect([facts, await codeOf(pairingId, facts)]).toEqual([facts, code]);
    const unsigned = await matched(graph);
    expect(await codeOf(unsigned, { signedOn: '2026-02-01' }, province)).toBe('PAIRING_NOT_RECORDED');
  });

  it('is for who recorded it and who oversees them, once of two at once', async () => {
    const pairingId = await active(graph);
    const to = { signedOn: '2026-02-10' };

    expect(await codeOf(pairingId, to, stranger)).toBe('FORBIDDEN');
    expect(await codeOf(pairingId, to, otherClerk)).toBe('RECORDED_BY_OTHERS');
    const both = await Promise.all(
      ['2026-02-11', '2026-02-12'].map((signedOn) => codeOf(pairingId, { signedOn, expectedVersion: 3 })),
    );
    expect(new Set(both)).toEqual(new Set(['VERSION_CONFLICT', undefined]));
    await corrected(pairingId, to, province);
  });

  it('PAIR-1, PAIR-3 of history: the last day is that of its completion, in its phase, beside no other', async () => {
    const schemeId = await scheme(graph, { year: 2023 });
    const sides = {
      dispatchingAgencyId: await dispatchingAgency(graph),
      recipientAgencyId: await recipientAgency(graph),
    };
    const entered = async (signedOn: string, startsOn: string, endsOn: string) =>
      (
        await worked(
          graph,
          'enterHistoricPairing',
          {
            schemeId,
            ...sides,
            countyCode: HAIYUAN,
            taskGroups: ['TRAIN_TALENT'],
            agreementNo: '演示协议-2023',
            signedOn,
            startsOn,
            endsOn,
            source: PAPER,
          },
          province,
        )
      ).id as string;
    const first = await entered('2023-01-05', '2023-01-10', '2023-05-31');
    await entered('2023-07-01', '2023-07-10', '2023-12-31');

    expect(await codeOf(first, { endsOn: '2023-08-31' }, province)).toBe('PAIRING_HISTORY_OVERLAPS');
    expect(await codeOf(first, { startsOn: '2020-12-01', signedOn: '2020-11-01' }, province)).toBe(
      'PAIRING_HISTORY_OUTSIDE_PHASE',
    );
    expect(await corrected(first, { endsOn: '2023-06-30' }, province)).toMatchObject({
      endsOn: '2023-06-30',
    });
    const { data } = await graph.execute(`{ pairing(id: "${first}") { completedOn } }`);
    expect(data.pairing).toEqual({ completedOn: '2023-06-30' });
    await worked(graph, 'strikePairing', { pairingId: first, ...grounds }, province);
    expect(await codeOf(first, { endsOn: '2023-06-01' }, province)).toBe('PAIRING_STRUCK');
  });
});
