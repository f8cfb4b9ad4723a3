import type { Ports } from '../ports.ts';
import { onAgencyMerged } from './on-agency-merged.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyRegistrationChanged } from './on-agency-registration-changed.ts';
import { onAgencyRevised } from './on-agency-revised.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onCountyReceivesHelp, onPairingActivated } from './on-county-receives-help.ts';
import { onPolicyAdopted } from './on-policy-adopted.ts';
import { onCentrePlanned, onStationClosed, onStationPlanned } from './on-site-planned.ts';
import { onEmployerChanged, onWorkerCorrected, onWorkerCountyChanged } from './on-employer-changed.ts';
import { onWorkerRegistered } from './on-worker-registered.ts';

export function useCasesOfReference(ports: Ports) {
  return {
    onAgencyMerged: onAgencyMerged(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyRegistrationChanged: onAgencyRegistrationChanged(ports),
    onAgencyRevised: onAgencyRevised(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onCentrePlanned: onCentrePlanned(ports),
    onCountyReceivesHelp: onCountyReceivesHelp(ports),
    onPairingActivated: onPairingActivated(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    onStationClosed: onStationClosed(ports),
    onStationPlanned: onStationPlanned(ports),
    onEmployerChanged: onEmployerChanged(ports),
    onWorkerCorrected: onWorkerCorrected(ports),
    onWorkerCountyChanged: onWorkerCountyChanged(ports),
    onWorkerRegistered: onWorkerRegistered(ports),
  };
}
