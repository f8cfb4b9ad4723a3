import type { Ports } from '../ports.ts';
import { returnUnitToScope, takeUnitOutOfScope } from './change-unit-scope.ts';
import { followSuccessions } from './follow-successions.ts';
import { listRegionSuccessions } from './list-region-successions.ts';
import { recordRegionSuccession } from './record-region-succession.ts';
import { strikeRegionSuccession } from './strike-region-succession.ts';

export function useCasesOfRegion(ports: Ports) {
  return {
    followSuccessions: followSuccessions(ports),
    listRegionSuccessions: listRegionSuccessions(ports),
    recordRegionSuccession: recordRegionSuccession(ports),
    returnUnitToScope: returnUnitToScope(ports),
    strikeRegionSuccession: strikeRegionSuccession(ports),
    takeUnitOutOfScope: takeUnitOutOfScope(ports),
  };
}
