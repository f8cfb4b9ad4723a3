import { chinaDay, type Warning } from '@qianshou/kernel';
import type { Contract } from '../../domain/contract/contract.ts';
import { contractWarnings } from '../../domain/contract/contract-warnings.ts';
import type { StationReplica } from '../../domain/reference/replicas.ts';
import type { Ports } from '../ports.ts';

/** What advises about a contract today, by what is known of its stations. */
export const warnOfContract =
  ({ clock }: Pick<Ports, 'clock'>) =>
  (contract: Contract, stations: readonly (StationReplica | null)[]): readonly Warning[] =>
    contractWarnings(contract, stations, chinaDay(clock.now()));
