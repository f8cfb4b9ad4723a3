import { anActor } from '@qianshou/testing';
import { addDays } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { YIDU } from './builders.ts';
import {
  approved,
  bureau,
  finance,
  type FundingGraph,
  fundingGraph,
  key,
  paid,
  reconciled,
  run,
  signed,
  told,
  today,
} from './under-test.ts';

let graph: FundingGraph;
beforeAll(async () => {
  graph = await fundingGraph();
});
afterAll(() => graph.stop());

const accepting = anActor('COUNTY_CIVIL_AFFAIRS', { region: YIDU }, 'yidu-acceptor');
const URL = 'https://example.gov.cn/1';

describe('the life of a contract', () => {
  it('goes from the signing to its end, less what was deducted, and the books hold', async () => {
    const installments = [
      { condition: 'SIGNING', perMille: 500 },
      { condition: 'SIGNING', perMille: 500 },
    ];
    const contractId = await signed(graph, await approved(graph), { installments });
    const step = (field: string, input: Record<string, unknown>, actor = bureau) =>
      run(graph, actor, field, { contractId, ...input });
    const advance = (to: string) => step('advanceContract', { to, on: today });

    await paid(graph, contractId);
    await advance('RUNNING');
    const why = { document: '合同第八条', reason: '空岗' };
    const both = await step(
      'deductFromContract',
      { ...why, installmentNo: 2, posts: 1, gradePercent: 1 },
      finance,
    );
    expect(both.code).toBe('BAD_USER_INPUT');
    const deducted = await step(
      'deductFromContract',
      { ...why, installmentNo: 2, gradePercent: 10 },
      finance,
    );
    expect(deducted.data.deductFromContract.contract.amount.fen).toBe('19000000');
    expect((await told(graph, 'contract-deducted'))?.data).toMatchObject({ deductedFen: '1000000' });
    const endsOn = addDays(today, 300);
    await step('amendContract', { endsOn, signedOn: today, document: '补充协议', reason: '提前' });
    await step('notifyContractAmendment', { amendmentNo: 1, notifiedOn: today, publicUrl: URL });
    await advance('FINAL_EVALUATION');
    await advance('ACCEPTANCE');
    const acceptance = {
      acceptedOn: today,
      recipientsInvited: 3,
      satisfied: 3,
      opinion: '好',
      result: 'PASSED',
    };
    await step('recordAcceptance', acceptance, accepting);
    expect((await step('closeContract', {})).code).toBe('CONTRACT_NOT_ACCEPTED');
    await step('publishAcceptance', { acceptanceNo: 1, publishedOn: today, publicUrl: URL });
    expect((await step('closeContract', {})).code).toBe('CONTRACT_NOT_PAID');
    await paid(graph, contractId, { installmentNo: 2 });
    expect((await step('closeContract', {})).data.closeContract.contract.status).toBe('CLOSED');
    expect((await step('requestPayment', { installmentNo: 2 })).code).toBe('FUNDING_STATUS_WRONG');

    const { data } = await graph.execute(
      `{ contract(id: "${contractId}") { status paid { fen } steps { to } deductions { kind gradePercent amount { fen } } amendments { kind notifiedOn notifyBy { day } } signedAmount { fen } warnings { rule } } }`,
    );
    expect(data.contract).toMatchObject({
      status: 'CLOSED',
      paid: { fen: '19000000' },
      signedAmount: { fen: '20000000' },
      steps: [{ to: 'RUNNING' }, { to: 'FINAL_EVALUATION' }, { to: 'ACCEPTANCE' }, { to: 'CLOSED' }],
      deductions: [{ kind: 'GRADE', gradePercent: 10, amount: { fen: '1000000' } }],
      amendments: [{ kind: 'TERM', notifiedOn: today }],
      warnings: [],
    });
    const { accounts, chainBrokenAt } = await reconciled(graph);
    expect([
      chainBrokenAt,
      accounts.every((each: { difference: { fen: string } }) => each.difference.fen === '0'),
    ]).toEqual([null, true]);
  });

  it('gives back all of it when it is taken back after a deduction', async () => {
    const contractId = await signed(graph, (await plans())[0] as string, {
      contractNo: '演示-2',
      startsOn: addDays(today, 400),
      endsOn: addDays(today, 500),
    });
    const why = { document: '合同第八条', reason: '空岗' };
    await run(graph, finance, 'deductFromContract', {
      contractId,
      ...why,
      installmentNo: 3,
      gradePercent: 50,
    });
    const { data } = await run(graph, bureau, 'withdrawContract', { contractId, reason: '误签' });

    expect(data.withdrawContract.contract.status).toBe('WITHDRAWN');
    const { accounts } = await reconciled(graph);
    const committed = accounts.find(({ account }: { account: string }) => account.endsWith('/COMMITTED'));
    expect(committed.guard.fen).toBe('0');
  });
});

describe('FUN-10 a pair that a county switches', () => {
  it('is shown, and rules once finance approved it', async () => {
    const pair = { countyCode: YIDU, pair: 'BUYER_ACCEPTOR' };
    const why = { reason: '人员不足', document: '演示文件' };
    const ask = (field: string, input: Record<string, unknown>, actor = bureau) => {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { ${field}(input: $input) { fourEyesPair { holds proposed } } }`;
      return graph.execute(query, { input: { idempotencyKey: key(), ...input } }, actor);
    };
    const proposal = { ...pair, ...why, holds: false };

    expect((await ask('proposeFourEyesSwitch', { ...proposal, pair: 'REQUESTER_PAYER' })).code).toBe(
      'FOUR_EYES_FIXED',
    );
    expect((await ask('proposeFourEyesSwitch', proposal)).data.proposeFourEyesSwitch.fourEyesPair).toEqual({
      holds: true,
      proposed: false,
    });
    await ask('approveFourEyesSwitch', pair, finance);
    const { data } = await graph.execute(
      `{ fourEyesPairs(countyCode: "${YIDU}") { pair holds byDefault switchable since operations } }`,
    );

    expect(data.fourEyesPairs).toContainEqual({
      pair: 'BUYER_ACCEPTOR',
      holds: false,
      byDefault: true,
      switchable: true,
      since: today,
      operations: ['recordAcceptance'],
    });
    expect((await told(graph, 'four-eyes-switched'))?.data).toMatchObject({
      pair: 'BUYER_ACCEPTOR',
      holds: false,
    });
  });
});

async function plans(): Promise<readonly string[]> {
  const { data } = await graph.execute('{ budgetPlans(first: 1) { nodes { id } } }', {}, bureau);
  return data.budgetPlans.nodes.map(({ id }: { id: string }) => id);
}
