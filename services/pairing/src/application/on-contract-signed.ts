import type { EventData } from '@qianshou/events';
import { type ExitPorts, followExitOfCounties } from './follow-exit.ts';
import type { Ports } from './ports.ts';

/** The county has committed money of its own. */
export const onContractSigned =
  (ports: Pick<Ports, 'unitOfWork'> & ExitPorts) =>
  ({ contractId, countyCode, year }: EventData<'qianshou.funding.contract-signed.v1'>): Promise<void> =>
    ports.unitOfWork.run(async () => {
      await ports.contracts.put({ id: contractId, countyCode, year });
      await followExitOfCounties(ports, countyCode);
    });
