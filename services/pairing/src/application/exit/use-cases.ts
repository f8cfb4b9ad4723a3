import type { Ports } from '../ports.ts';
import { judgeExits } from './follow-exit.ts';

export function useCasesOfExit(ports: Ports) {
  return {
    judgeExits: judgeExits(ports),
    listExitStandings: ports.standings.list,
  };
}
