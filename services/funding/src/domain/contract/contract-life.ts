import type { CalendarDate, Change } from '@qianshou/kernel';
import type { TakenFen } from '../money/taken.ts';
import { refuseOutOfOrder } from '../purchase/purchase-days.ts';
import { CONTRACT_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import type { OpenStatus } from './contract-status.ts';
import type { Contract, ContractEvent } from './contract.ts';
import { contractNotAccepted, contractNotPaid } from './errors.ts';

/** What a contract is moved to by those who carry it out; what ends it has operations of its own. */
export const CONTRACT_STEPS = ['RUNNING', 'MID_EVALUATION', 'FINAL_EVALUATION', 'ACCEPTANCE'] as const;

export type ContractStep = (typeof CONTRACT_STEPS)[number];

/** From where each step is taken. After a mid-term evaluation the service goes on. */
const BEFORE: Readonly<Record<ContractStep, readonly OpenStatus[]>> = {
  RUNNING: ['SIGNED', 'MID_EVALUATION'],
  MID_EVALUATION: ['RUNNING'],
  FINAL_EVALUATION: ['RUNNING', 'MID_EVALUATION'],
  ACCEPTANCE: ['FINAL_EVALUATION'],
};

export interface Advancing {
  readonly to: ContractStep;
  readonly on: CalendarDate;
  readonly by: string;
}

type Changed = Change<Contract, ContractEvent>;

/** `SIGNED → RUNNING → MID_EVALUATION → RUNNING → FINAL_EVALUATION → ACCEPTANCE`, from the first day of service on. */
export function advanceContract(contract: Contract, { to, on, by }: Advancing, today: CalendarDate): Changed {
  const { status: from, startsOn } = contract;
  const before = BEFORE[to].find((each) => each === from);
  if (before === undefined) throw wrongStatusOf(CONTRACT_STATUS, from, BEFORE[to]);
  refuseOutOfOrder({ field: 'on', day: on, earliest: contract.steps.at(-1)?.on ?? startsOn, today });
  return {
    state: { ...contract, status: to, steps: [...contract.steps, { to, on, by }] },
    events: [{ type: 'contract.advanced', by, from: before, to, on }],
  };
}

export interface Closing {
  readonly on: CalendarDate;
  readonly by: string;
}

/** 结项: the service was accepted, that was published (FUN-9), and every installment is paid. */
export function closeContractAsDone(contract: Contract, { on, by }: Closing, paid: TakenFen): Changed {
  if (contract.status !== 'ACCEPTANCE') throw wrongStatusOf(CONTRACT_STATUS, contract.status, ['ACCEPTANCE']);
  const last = contract.acceptances.at(-1);
  if (last?.result !== 'PASSED' || last.publishedOn === null) throw contractNotAccepted();
  const unpaid = contract.installments.filter(({ no, amountFen }) => (paid.get(no) ?? 0n) < amountFen);
  if (unpaid.length > 0) throw contractNotPaid({ installments: unpaid.map(({ no }) => no) });
  const step = { to: 'CLOSED', on, by } as const;
  return {
    state: { ...contract, status: 'CLOSED', steps: [...contract.steps, step] },
    events: [{ type: 'contract.closed', by, on }],
  };
}
