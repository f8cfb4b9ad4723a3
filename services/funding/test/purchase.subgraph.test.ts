import { addDays } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgencyId, aStationId, YIDU } from './builders.ts';
import {
  approved,
  bureau,
  contractInput,
  finance,
  type FundingGraph,
  fundingGraph,
  run,
  startOver,
  told,
  today,
} from './under-test.ts';

let graph: FundingGraph;
beforeAll(async () => {
  graph = await fundingGraph();
  for (const serial of [2, 3]) {
    await graph.hear('qianshou.pairing.agency-registered.v1', {
      agencyId: anAgencyId(serial),
      name: `演示机构${serial}`,
      homeRegionCode: YIDU,
      canDispatch: false,
      canReceive: false,
      canOperate: true,
      status: 'ACTIVE',
    });
  }
});
afterAll(() => graph.stop());

const ago = (days: number) => addDays(today, -days);
const URL = 'https://example.gov.cn/purchase/1';
const CHECKS = [
  'CIVIL_LIABILITY',
  'CREDIT_AND_ACCOUNTS',
  'EQUIPMENT_AND_ABILITY',
  'TAX_AND_SOCIAL_INSURANCE',
  'NO_MAJOR_BREACH',
].map((condition) => ({ condition, checkedOn: ago(3), document: '演示核查表' }));
const bid = (serial: number, score: number, quoteFen: string) => ({
  agencyId: anAgencyId(serial),
  score,
  quoteFen,
});
const bids = [bid(1, 90, '19000000'), bid(2, 85, '18000000'), bid(3, 80, '17000000')];

const SEEN = `query ($id: ID!) { purchaseProject(id: $id) { status suspended signBy amount { fen }
  rounds { no failedOn failureGround } award { provider { id } amount { fen } checks { condition checkedOn } }
  bids { quote { fen } preferred } objections { no upheld } contracts { id contractNo } contracted { fen } allowedActions warnings { rule } } }`;

describe('FUN-6 a purchase from the need to the contract', () => {
  it('goes its whole way, and the contract knows it', async () => {
    const budgetPlanId = await approved(graph);
    const need = { title: '演示运营', purchaserOrg: '演示民政局', method: 'OPEN_TENDER', need: '演示需求' };
    const planning = { ...need, budgetPlanId, stationIds: [aStationId(1), aStationId(2)] };
    const planned = await run(graph, bureau, 'planPurchaseProject', { ...planning, amountFen: '20000000' });
    expect(planned.errors).toEqual([]);
    const purchaseProjectId = planned.data.planPurchaseProject.purchaseProject.id as string;
    const step = (field: string, input: Record<string, unknown>, actor = bureau) =>
      run(graph, actor, field, { purchaseProjectId, ...input });
    const seen = async () =>
      (await graph.execute(SEEN, { id: purchaseProjectId }, bureau)).data.purchaseProject;

    const more = await run(graph, bureau, 'planPurchaseProject', { ...planning, amountFen: '200000001' });
    expect(more.code).toBe('PURCHASE_BEYOND_BUDGET');
    const publication = { publishedOn: ago(40), publicUrl: URL, openUntil: ago(20) };
    expect((await step('publishPurchaseProject', publication)).code).toBe('PURCHASE_NOT_CONSULTED');
    await step('consultOnPurchaseProject', { consultedOn: ago(50), people: 12, opinion: '支持' });
    await step('publishPurchaseProject', publication);
    await step('failPurchaseProject', { failedOn: ago(30), ground: 'TOO_FEW_BIDS', reason: '不足三家' });
    expect((await seen()).status).toBe('PLANNED');
    await step('publishPurchaseProject', { publishedOn: ago(30), publicUrl: URL, openUntil: ago(10) });

    const awarding = {
      awardedOn: ago(2),
      publicUrl: URL,
      providerAgencyId: anAgencyId(1),
      bids,
      checks: CHECKS,
    };
    expect((await step('awardPurchaseProject', { ...awarding, checks: [] })).code).toBe(
      'PURCHASE_PROVIDER_UNCHECKED',
    );
    expect((await step('awardPurchaseProject', awarding)).code).toBeUndefined();
    await step('objectToPurchaseProject', { raisedOn: ago(1), party: '演示机构二', content: '评分有误' });
    const signing = { ...contractInput(budgetPlanId), purchaseProjectId, amountFen: '19000000' };
    expect((await run(graph, bureau, 'signContract', signing)).code).toBe('PURCHASE_SUSPENDED');
    await step('answerPurchaseObjection', {
      objectionNo: 1,
      answeredOn: today,
      upheld: false,
      content: '不成立',
    });
    expect((await run(graph, bureau, 'signContract', { ...signing, amountFen: '19000001' })).code).toBe(
      'PURCHASE_EXHAUSTED',
    );
    const signed = await run(graph, bureau, 'signContract', signing);
    const contractId = signed.data.signContract.contract.id as string;

    expect(await seen()).toMatchObject({
      status: 'CONTRACTED',
      suspended: false,
      rounds: [
        { no: 1, failureGround: 'TOO_FEW_BIDS' },
        { no: 2, failedOn: null },
      ],
      award: { provider: { id: anAgencyId(1) }, amount: { fen: '19000000' } },
      contracts: [{ id: contractId }],
      contracted: { fen: '19000000' },
      warnings: [],
    });
    expect((await told(graph, 'contract-signed'))?.data).toMatchObject({ purchaseProjectId });
    expect((await told(graph, 'purchase-contracted'))?.data).toMatchObject({ purchaseProjectId });
    expect((await step('closePurchaseProject', { reason: '结项' })).code).toBe('PURCHASE_CONTRACT_OPEN');

    await run(graph, bureau, 'publishContract', { contractId, publishedOn: today, publicUrl: URL });
    await run(graph, bureau, 'fileContract', { contractId, filedOn: today, office: '演示财政局' });
    const { data } = await graph.execute(
      `{ contract(id: "${contractId}") { purchaseShown purchaseProject { id } publicity { publishedOn publishBy { day } filedOn fileBy { day assumedYears } office } } }`,
    );
    expect(data.contract).toMatchObject({
      purchaseShown: true,
      purchaseProject: { id: purchaseProjectId },
      publicity: { publishedOn: today, filedOn: today, office: '演示财政局' },
    });
  });

  it('shows offers and objections to those who answer for it alone', async () => {
    const { data } = await graph.execute('{ purchaseProjects(first: 1) { nodes { id status } } }');
    expect(data.purchaseProjects.nodes).toHaveLength(1);
    const id = data.purchaseProjects.nodes[0].id as string;

    expect((await graph.execute(SEEN, { id }, finance)).data.purchaseProject.bids).toHaveLength(3);
    expect((await graph.execute(SEEN, { id })).errors.length).toBeGreaterThan(0);
  });

  it('FUN-13 frees what a purchase that was given up did not sign', async () => {
    await startOver(graph);
    const budgetPlanId = await approved(graph);
    const need = { title: '演示', purchaserOrg: '演示民政局', method: 'OPEN_TENDER', need: '演示需求' };
    const plan = (amountFen: string) =>
      run(graph, bureau, 'planPurchaseProject', {
        ...need,
        budgetPlanId,
        stationIds: [aStationId(1)],
        amountFen,
      });
    const first = await plan('200000000');
    const purchaseProjectId = first.data.planPurchaseProject.purchaseProject.id as string;

    expect((await plan('20000001')).code).toBe('PURCHASE_BEYOND_BUDGET');
    await run(graph, bureau, 'closePurchaseProject', { purchaseProjectId, reason: '取消' });
    expect((await plan('220000000')).errors).toEqual([]);
    expect((await plan('1')).code).toBe('PURCHASE_BEYOND_BUDGET');
  });
});
