import type { Ports } from '../ports.ts';
import { listDeadlines } from './list-deadlines.ts';
import { sweepPersonClocks } from './settle-clocks.ts';

export function useCasesOfClock(ports: Ports) {
  return {
    listDeadlines: listDeadlines(ports),
    sweepPersonClocks: sweepPersonClocks(ports),
  };
}
