import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

/** The county has committed money of its own. */
export const onContractSigned =
  ({ contracts }: Pick<Ports, 'contracts'>) =>
  ({ contractId, countyCode, year }: EventData<'qianshou.funding.contract-signed.v1'>): Promise<void> =>
    contracts.put({ id: contractId, countyCode, year });
