import type { Ports } from '../ports.ts';
import { listRecipientCounties } from './list-recipient-counties.ts';
import { onContractEnded, onContractSigned } from './on-contract-signed.ts';
import { onPolicyAdopted } from '../reference/on-policy-adopted.ts';
import { onRegionDesignated } from './on-region-designated.ts';
import {
  onPostingEnded,
  onPostingStarted,
  onQualificationChanged,
  onRegistrationStandingChanged,
  onQualificationObtained,
  onWorkerRegistered,
} from './on-staff-fact.ts';
import { onStationEvaluated } from './on-station-evaluated.ts';
import { onCoverageChanged, onDocumentFiled, onStationStanding } from './on-station-fact.ts';
import { onStationOpened } from './on-station-opened.ts';

export function useCasesOfCounty(ports: Ports) {
  return {
    listRecipientCounties: listRecipientCounties(ports),
    onContractEnded: onContractEnded(ports),
    onContractSigned: onContractSigned(ports),
    onCoverageChanged: onCoverageChanged(ports),
    onDocumentFiled: onDocumentFiled(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    onPostingEnded: onPostingEnded(ports),
    onPostingStarted: onPostingStarted(ports),
    onQualificationChanged: onQualificationChanged(ports),
    onRegistrationStandingChanged: onRegistrationStandingChanged(ports),
    onQualificationObtained: onQualificationObtained(ports),
    onRegionDesignated: onRegionDesignated(ports),
    onStationEvaluated: onStationEvaluated(ports),
    onStationOpened: onStationOpened(ports),
    onStationStanding: onStationStanding(ports),
    onWorkerRegistered: onWorkerRegistered(ports),
  };
}
