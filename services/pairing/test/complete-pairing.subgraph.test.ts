import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from './decisions.ts';
import {
  active,
  applicationInput,
  bureau,
  openedGraph,
  type PairingGraph,
  province,
  scheme,
  SUBMIT,
  told,
} from './under-test.ts';
import { evaluationInput, evaluator, helperOf, work, worked } from './work-under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const report = (pairingId: string, period: number) => ({
  pairingId,
  period,
  figures: [{ taskGroup: 'TRAIN_TALENT', indicator: '培训人次', value: 24, unit: '人次' }],
});

/** Reported and judged up to the last condition of PAIR-12. */
async function judged(pairingId: string) {
  const helper = await helperOf(graph, pairingId);
  await worked(graph, 'submitProgressReport', report(pairingId, 1), helper);
  await decide(graph, 'beginFinalEvaluation', { pairingId, on: '2026-06-20' }, bureau);
  const last = await worked(graph, 'submitProgressReport', report(pairingId, 2), helper).catch(() => null);
  return { helper, last };
}

describe('the reports of a pairing', () => {
  it('are handed in once their period is over, sent back, handed in again, accepted', async () => {
    const pairingId = await active(graph);
    const helper = await helperOf(graph, pairingId);

    expect((await work(graph, 'submitProgressReport', report(pairingId, 2), helper)).code).toBe(
      'REPORT_TOO_EARLY',
    );
    const first = await worked(graph, 'submitProgressReport', report(pairingId, 1), helper);
    expect(first).toMatchObject({
      startsOn: '2026-03-01',
      endsOn: '2026-05-31',
      dueOn: '2026-06-30',
      version: 1,
    });
    expect((await work(graph, 'submitProgressReport', report(pairingId, 1), helper)).code).toBe(
      'REPORT_EXISTS',
    );
    await worked(graph, 'returnProgressReport', { reportId: first.id, reason: '演示' }, bureau);
    const again = await worked(graph, 'submitProgressReport', report(pairingId, 1), helper);
    const accepted = await worked(graph, 'acceptProgressReport', { reportId: again.id }, bureau);

    expect(again).toMatchObject({ id: first.id, version: 3 });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', acceptedOn: '2026-06-30', version: 4 });
    expect(await told(graph, 'report-submitted', `progress-report/${first.id}`)).toHaveLength(2);
  });
});

describe('PAIR-12 completePairing', () => {
  it('is refused until the final evaluation and the last report are there, and names them', async () => {
    const pairingId = await active(graph);
    const { last } = await judged(pairingId);
    expect(last).toMatchObject({ period: 2, endsOn: '2026-06-20' });
    const complete = { pairingId, on: '2026-06-30' };

    const early = await work(graph, 'completePairing', complete, bureau);
    await worked(graph, 'recordPairingEvaluation', evaluationInput(pairingId, { kind: 'FINAL' }), evaluator);
    const still = await work(graph, 'completePairing', complete, bureau);
    await worked(graph, 'acceptProgressReport', { reportId: last.id }, bureau);
    const done = await worked(graph, 'completePairing', complete, bureau);

    expect(early.code).toBe('PAIRING_UNPROVEN');
    expect(early.details).toMatchObject({
      rule: 'PAIR-12',
      missing: ['FINAL_EVALUATION', 'ACCEPTED_REPORT_OF_LAST_PERIOD'],
    });
    expect(still.details).toMatchObject({ missing: ['ACCEPTED_REPORT_OF_LAST_PERIOD'] });
    expect(done).toMatchObject({ status: 'COMPLETED' });
    expect(await told(graph, 'completed', `pairing/${pairingId}`)).toHaveLength(1);
  });
});

describe('renewPairing', () => {
  it('pairs the two again under the scheme of the next year', async () => {
    const pairingId = await active(graph);
    const { last } = await judged(pairingId);
    await worked(graph, 'recordPairingEvaluation', evaluationInput(pairingId, { kind: 'FINAL' }), evaluator);
    await worked(graph, 'acceptProgressReport', { reportId: last.id }, bureau);
    await worked(graph, 'completePairing', { pairingId, on: '2026-06-30' }, bureau);
    const schemeId = await scheme(graph, { year: 2027 });

    const { data } = await decide(graph, 'renewPairing', { pairingId, schemeId }, province);

    const renewed = data.renewPairing.pairing;
    expect(renewed).toMatchObject({ status: 'MATCHED', renewedFrom: { id: pairingId }, cycleYear: 2027 });
    expect(await told(graph, 'matched', `pairing/${renewed.id}`)).toMatchObject([
      { data: { renewedFromId: pairingId } },
    ]);
  });

  it('is refused while the pairing is at work', async () => {
    const input = { pairingId: await active(graph), schemeId: await scheme(graph, { year: 2027 }) };

    expect((await decide(graph, 'renewPairing', input, province)).code).toBe('PAIRING_NOT_COMPLETED');
  });
});

describe('PAIR-13 recordPairingEvaluation', () => {
  it('of an unqualified year bars the dispatching agency from the next, once a kind and year', async () => {
    const pairingId = await active(graph);
    const input = evaluationInput(pairingId, { grade: 'UNQUALIFIED', score: 40 });

    await worked(graph, 'recordPairingEvaluation', input, evaluator);

    expect((await work(graph, 'recordPairingEvaluation', input, evaluator)).code).toBe(
      'PAIRING_EVALUATION_EXISTS',
    );
    const { data } = await graph.execute(
      `{ pairing(id: "${pairingId}") { dispatchingAgency { id barredYears } } }`,
    );
    const { id, barredYears } = data.pairing.dispatchingAgency;
    expect(barredYears).toEqual([2027]);
    const schemeId = await scheme(graph, { year: 2027 });
    const application = await applicationInput(graph, { schemeId, dispatchingAgencyId: id });
    const { code } = await graph.execute(SUBMIT, { input: application }, province);
    expect(code).toBe('AGENCY_GRADED_UNQUALIFIED');
  });

  it('lifts the bar when the evaluation is corrected or struck out, and leaves room for the right one', async () => {
    const pairingId = await active(graph);
    const barred = async () => {
      const { data } = await graph.execute(
        `{ pairing(id: "${pairingId}") { dispatchingAgency { barredYears } } }`,
      );
      return data.pairing.dispatchingAgency.barredYears as readonly number[];
    };
    const bad = evaluationInput(pairingId, { grade: null, score: 40 });
    const { id: evaluationId } = await worked(graph, 'recordPairingEvaluation', bad, evaluator);
    const reason = '演示:录入错误';

    const corrected = await worked(
      graph,
      'correctPairingEvaluation',
      { evaluationId, score: 82, reason },
      evaluator,
    );
    const afterCorrection = await barred();
    const struck = await worked(graph, 'strikePairingEvaluation', { evaluationId, reason }, evaluator);
    const again = await worked(graph, 'recordPairingEvaluation', bad, evaluator);

    expect(corrected).toMatchObject({ grade: 'GOOD', corrections: [{ score: 40, grade: 'UNQUALIFIED' }] });
    expect(afterCorrection).toEqual([]);
    expect(struck).toMatchObject({ strikeReason: reason, allowedActions: [] });
    expect(again.grade).toBe('UNQUALIFIED');
    expect(await barred()).toEqual([2027]);
  });

  it('refuses a grade that contradicts the score', async () => {
    const input = evaluationInput(await active(graph), { grade: 'EXCELLENT', score: 61 });

    expect((await work(graph, 'recordPairingEvaluation', input, evaluator)).code).toBe(
      'PAIRING_GRADE_CONTRADICTS',
    );
  });
});
