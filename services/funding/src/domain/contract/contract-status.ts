import { CONTRACT_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';

/** Where a contract stands while it is carried out (domain 8.3). */
export const OPEN_STATUSES = [
  'SIGNED',
  'RUNNING',
  'MID_EVALUATION',
  'FINAL_EVALUATION',
  'ACCEPTANCE',
] as const;

export type OpenStatus = (typeof OPEN_STATUSES)[number];

/** Refused and withdrawn only before any money moved; closed once accepted and paid; ended before its time. */
export type ContractStatus = OpenStatus | 'CLOSED' | 'REFUSED' | 'WITHDRAWN' | 'TERMINATED';

interface Standing {
  readonly status: ContractStatus;
}

export function isOpen({ status }: Standing): boolean {
  return OPEN_STATUSES.some((each) => each === status);
}

/** Its money may still be asked for. */
export function isPayable(contract: Standing): boolean {
  return isOpen(contract) || contract.status === 'TERMINATED';
}

/** Neither refused nor taken back. */
export function stands({ status }: Standing): boolean {
  return status !== 'REFUSED' && status !== 'WITHDRAWN';
}

export function requireStanding(contract: Standing): void {
  if (!stands(contract))
    throw wrongStatusOf(CONTRACT_STATUS, contract.status, [...OPEN_STATUSES, 'CLOSED', 'TERMINATED']);
}

export function requireOpen(contract: Standing): void {
  if (!isOpen(contract)) throw wrongStatusOf(CONTRACT_STATUS, contract.status, OPEN_STATUSES);
}

export function requirePayable(contract: Standing): void {
  if (!isPayable(contract))
    throw wrongStatusOf(CONTRACT_STATUS, contract.status, [...OPEN_STATUSES, 'TERMINATED']);
}
