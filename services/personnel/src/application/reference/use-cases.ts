import type { Ports } from '../ports.ts';
import { onAgencyMerged } from './on-agency-merged.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyRegistrationChanged } from './on-agency-registration-changed.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onCentrePlanned } from './on-centre-planned.ts';
import { onPolicyAdopted } from './on-policy-adopted.ts';
import { onPolicyInForceChanged } from './on-policy-in-force-changed.ts';
import { onRegionDesignated } from './on-region-designated.ts';
import { onStationPlanned } from './on-station-planned.ts';
import { onStationTierChanged } from './on-station-tier-changed.ts';

export function useCasesOfReference(ports: Ports) {
  return {
    onAgencyMerged: onAgencyMerged(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyRegistrationChanged: onAgencyRegistrationChanged(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onCentrePlanned: onCentrePlanned(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    onPolicyInForceChanged: onPolicyInForceChanged(ports),
    onRegionDesignated: onRegionDesignated(ports),
    onStationPlanned: onStationPlanned(ports),
    onStationTierChanged: onStationTierChanged(ports),
  };
}
