import type { Ports } from '../ports.ts';
import { onAcceptancePassed } from './on-acceptance-passed.ts';
import { onAcceptanceStruck } from './on-acceptance-struck.ts';
import { onAgencyMerged } from './on-agency-merged.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyRegistrationChanged } from './on-agency-registration-changed.ts';
import { onAgencyRevised } from './on-agency-revised.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onStationClosed } from './on-station-closed.ts';
import { onStationStanding } from './on-station-standing.ts';
import { onStationTakenOver } from './on-station-taken-over.ts';
import { onStationTierChanged } from './on-station-tier-changed.ts';

export function useCasesOfReference(ports: Ports) {
  return {
    onAcceptancePassed: onAcceptancePassed(ports),
    onAcceptanceStruck: onAcceptanceStruck(ports),
    onAgencyMerged: onAgencyMerged(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyRegistrationChanged: onAgencyRegistrationChanged(ports),
    onAgencyRevised: onAgencyRevised(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onStationClosed: onStationClosed(ports),
    onStationStanding: onStationStanding(ports),
    onStationTakenOver: onStationTakenOver(ports),
    onStationTierChanged: onStationTierChanged(ports),
  };
}
