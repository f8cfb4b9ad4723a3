import { addDays, addYears, chinaDay, yearOf } from '@qianshou/kernel';
import { silently } from '../servers/index.ts';
import { demoName } from '../story/demo.ts';
import {
  APPROVE_BUDGET,
  APPROVE_PAYMENT,
  DRAFT_BUDGET,
  REQUEST_PAYMENT,
  SIGN_CONTRACT,
  SUBMIT_BUDGET,
} from '../story/funding-operations.ts';
import { graphClient, type Graph, operation } from '../story/graph-client.ts';
import { playStory } from '../story/index.ts';
import { moneyScorecard } from './money-scorecard.ts';
import { type Commanded, commander } from './commander.ts';
import { atLeast, atMost, measured, type Measurement, percentile } from './measurement.ts';
import { startOwnSystem } from './own-system.ts';

const YIDU = '420581';
const CONNECTIONS = 10;
const WARM_UP = 5;
const ROUNDS = 25;
const ON_ONE = 300;
const LATENCY_MS = 150;
const A_SECOND = 60;

const STATIONS = operation<{
  stations: { nodes: readonly { id: string; operatorAgency: { id: string } | null }[] };
}>(/* GraphQL */ `
  query StationsOfYidu($code: RegionCode!) {
    stations(where: { regionCode: { within: $code }, status: { in: [OPERATING] } }, first: 50) {
      nodes {
        id
        operatorAgency {
          id
        }
      }
    }
  }
`);

const PAYMENT_ID = /"id":"(pay_[^"]+)"/;

/** Payments through the real gateway: ten at a time on different contracts, and as many as one contract bears. */
export async function measureMoney(folder: string): Promise<readonly Measurement[]> {
  const { system, issuer, requireAlive } = await startOwnSystem(folder);
  const { gatewayUrl } = system;
  await playStory({ gatewayUrl, issueToken: issuer.issueToken, report: silently });
  const graph = graphClient({ gatewayUrl, issueToken: issuer.issueToken, report: silently });
  const scorecard = await moneyScorecard(gatewayUrl, await issuer.issueToken('yidu-finance'));
  const contracts = await contractsOfNextYear(graph);
  const tokens = {
    bureau: await issuer.issueToken('yidu-bureau'),
    finance: await issuer.issueToken('yidu-finance'),
  };
  const { send, close } = commander(gatewayUrl, CONNECTIONS);
  const payments = paying(send, tokens);
  await Promise.all(contracts.map((id) => inTurn(WARM_UP, () => payments.whole(id))));
  const times = (await Promise.all(contracts.map((id) => inTurn(ROUNDS, () => payments.whole(id))))).flat(2);
  const rows = [
    ...scorecard,
    measured(
      `a command of a payment (asked for, approved), ${CONNECTIONS} connections on different contracts, p50`,
      percentile(times, 0.5),
      'ms',
    ),
    atMost(
      `a command of a payment (asked for, approved), ${CONNECTIONS} connections on different contracts, p99`,
      percentile(times, 0.99),
      LATENCY_MS,
      'ms',
    ),
    await onOneContract(contracts[0] ?? '', payments.ask),
  ];
  await close();
  requireAlive();
  return rows;
}

type Send = ReturnType<typeof commander>['send'];

interface Tokens {
  readonly bureau: string;
  readonly finance: string;
}

/** Asked for and approved; each answer must be right. The contracts are of next year, which nothing is paid of yet. */
function paying(send: Send, { bureau, finance }: Tokens) {
  const ask = async (contractId: string): Promise<Commanded> =>
    right(
      await send({
        token: bureau,
        text: REQUEST_PAYMENT.text,
        input: { contractId, installmentNo: 1, amountFen: '1' },
      }),
    );
  const whole = async (contractId: string): Promise<readonly number[]> => {
    const asked = await ask(contractId);
    const [, paymentId] = PAYMENT_ID.exec(asked.text) ?? [];
    const approved = right(await send({ token: finance, text: APPROVE_PAYMENT.text, input: { paymentId } }));
    return [asked.took, approved.took];
  };
  return { ask, whole };
}

function right(answer: Commanded): Commanded {
  if (answer.text.includes('"errors"'))
    throw new Error(`a payment was refused: ${answer.text.slice(0, 300)}`);
  return answer;
}

async function onOneContract(
  contractId: string,
  ask: (contractId: string) => Promise<Commanded>,
): Promise<Measurement> {
  const startedAt = performance.now();
  const each = Array.from({ length: CONNECTIONS }, () => inTurn(ON_ONE / CONNECTIONS, () => ask(contractId)));
  await Promise.all(each);
  const perSecond = ON_ONE / ((performance.now() - startedAt) / 1_000);
  return atLeast('payments of one contract', perSecond, A_SECOND, '1/s');
}

/** All of a contract is due at its signing, so that it is paid in parts of one fen. */
async function contractsOfNextYear(graph: Graph): Promise<readonly string[]> {
  const startsOn = addYears(chinaDay(new Date()), 1);
  const budgetPlanId = await approvedBudget(graph, yearOf(startsOn));
  const { stations } = await graph.ask('yidu-bureau', STATIONS, { code: YIDU });
  const ids: string[] = [];
  for (let round = 0; ids.length < CONNECTIONS; round += 1) {
    for (const { id, operatorAgency } of stations.nodes.slice(0, CONNECTIONS - ids.length)) {
      const first = addDays(startsOn, round * 20);
      const { signContract } = await graph
        .ask('yidu-bureau', SIGN_CONTRACT, {
          input: {
            budgetPlanId,
            providerAgencyId: operatorAgency?.id,
            stationIds: [id],
            contractNo: demoName(`压测-${id}-${round}`),
            method: 'OPEN_TENDER',
            amountFen: '100000',
            installments: [{ condition: 'SIGNING', perMille: 1000 }],
            signedOn: chinaDay(new Date()),
            startsOn: first,
            endsOn: addDays(first, 19),
          },
        })
        // One of the operators is barred from the purchases of that year.
        .catch(() => ({ signContract: null }));
      if (signContract !== null) ids.push(signContract.contract.id);
    }
  }
  return ids;
}

async function approvedBudget(graph: Graph, year: number): Promise<string> {
  const input = { countyCode: YIDU, year, plannedFen: '100000000', lines: [] };
  const { draftBudget } = await graph.ask('yidu-bureau', DRAFT_BUDGET, { input });
  const { id: budgetPlanId } = draftBudget.budgetPlan;
  await graph.ask('yidu-bureau', SUBMIT_BUDGET, { input: { budgetPlanId } });
  await graph.ask('yidu-finance', APPROVE_BUDGET, { input: { budgetPlanId } });
  return budgetPlanId;
}

async function inTurn<Made>(count: number, make: () => Promise<Made>): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let round = 0; round < count; round += 1) made.push(await make());
  return made;
}
