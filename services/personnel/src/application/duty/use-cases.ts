import type { Ports } from '../ports.ts';
import { changeStationHead } from './change-station-head.ts';
import { correctPosting, strikePosting } from './decide-days.ts';
import { correctLeave, recordLeave, strikeLeave } from './decide-leave.ts';
import { confirmHandOver, drawUpHandOver, endDuePosts, resignPosting } from './decide-leaving.ts';

export function useCasesOfDuty(ports: Ports) {
  return {
    changeStationHead: changeStationHead(ports),
    confirmHandOver: confirmHandOver(ports),
    correctLeave: correctLeave(ports),
    correctPosting: correctPosting(ports),
    drawUpHandOver: drawUpHandOver(ports),
    endDuePosts: endDuePosts(ports),
    recordLeave: recordLeave(ports),
    resignPosting: resignPosting(ports),
    strikeLeave: strikeLeave(ports),
    strikePosting: strikePosting(ports),
  };
}
