import { useCasesOfCentre } from './centre/use-cases.ts';
import { useCasesOfComplaint } from './complaint/use-cases.ts';
import { useCasesOfCounty } from './county/use-cases.ts';
import { useCasesOfDemonstration } from './demonstration/use-cases.ts';
import { useCasesOfEvaluation } from './evaluation/use-cases.ts';
import { useCasesOfReference } from './reference/use-cases.ts';
import { useCasesOfRegion } from './region/use-cases.ts';
import { useCasesOfServiceRecord } from './service-record/use-cases.ts';
import { useCasesOfStation } from './station/use-cases.ts';
import { useCasesOfSupervision } from './supervision/use-cases.ts';
import { useCasesOfVillageRoom } from './village-room/use-cases.ts';
import type { Ports } from './ports.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof stationUseCases>;

export function stationUseCases(ports: Ports) {
  return {
    ...useCasesOfCentre(ports),
    ...useCasesOfComplaint(ports),
    ...useCasesOfCounty(ports),
    ...useCasesOfDemonstration(ports),
    ...useCasesOfEvaluation(ports),
    ...useCasesOfReference(ports),
    ...useCasesOfRegion(ports),
    ...useCasesOfServiceRecord(ports),
    ...useCasesOfStation(ports),
    ...useCasesOfSupervision(ports),
    ...useCasesOfVillageRoom(ports),
  };
}
