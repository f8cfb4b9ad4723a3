import type { Probe, Probes } from '@qianshou/testing';
import { HONGHUATAO, OPERATOR, YIDU } from './builders.ts';
import { aHeadThere, DRAW_UP, LEAVE, leaveInput } from './duty-operations.ts';
import { aResidentOnDuty, aWorkerThere, type PostingThere } from './operations.ts';
import { done, type PersonnelGraph } from './under-test.ts';

const COUNTY = { COUNTY: YIDU };
const THREE = { ...COUNTY, TOWNSHIP: HONGHUATAO, OPERATOR };

/** Each is asked of a post on which it is possible. */
export async function ofDuty(graph: PersonnelGraph, resident: PostingThere): Promise<Probes> {
  const { id: postingId } = await aResidentOnDuty(graph);
  const { posting } = await done(graph, LEAVE, leaveInput(postingId));
  const leave = { postingId, leaveId: posting.leaves[0].leaveId, reason: '演示' };
  await done(graph, DRAW_UP, { postingId, items: ['演示:钥匙'] });
  const other = await aResidentOnDuty(graph);
  const struck = await aResidentOnDuty(graph);
  const director = await aWorkerThere(graph, { employerAgencyId: null, directsOfficeOf: HONGHUATAO });
  const headed = await aHeadThere(graph);
  const resigned = { postingId: resident.id, lastDay: '2026-12-31' };
  return {
    'Mutation.recordPostingLeave': of(leaveInput(other.id), THREE),
    'Mutation.correctPostingLeave': of({ ...leave, to: '2026-12-20' }, THREE),
    'Mutation.strikePostingLeave': of(leave, THREE),
    'Mutation.resignPosting': of(resigned, { WORKER: resident.workerId }),
    'Mutation.drawUpHandOver': of({ postingId, items: ['演示:台账'] }, THREE),
    'Mutation.confirmHandOver': of({ postingId, items: [1] }, THREE),
    'Mutation.changeStationHead': of(
      { stationId: headed, workerId: director, on: '2026-11-20' },
      { ...COUNTY, TOWNSHIP: HONGHUATAO },
    ),
    'Mutation.correctPosting': of({ postingId, startedOn: '2026-03-10', reason: '演示' }, THREE),
    'Mutation.strikePosting': of({ postingId: struck.id, reason: '演示' }, THREE),
  };
}

function of(input: Record<string, unknown>, at: Probe['at']): Probe {
  return { args: { input }, at: at ?? {} };
}
