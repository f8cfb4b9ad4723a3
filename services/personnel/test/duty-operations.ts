import { aWorkerThere, PROPOSE, residentInput, START } from './operations.ts';
import { aStation, bureau, done, type PersonnelGraph } from './under-test.ts';

const POSTING = `posting {
  id status version startedOn endedOn endReason endsOn acting certificate certificateClock { startedOn deadline }
  substituteFor { id } resignation { submittedOn lastDay } handOver { item doneOn } struckOn strikeReason allowedActions
  leaves { leaveId kind from to struckOn corrections { from to } } corrections { startedOn endedOn reason }
  worker { id }
}`;

const operation = (name: string, more = '') => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return { name, query: `mutation ($input: ${input}) { ${name}(input: $input) { ${POSTING} ${more} } }` };
};

export const LEAVE = operation('recordPostingLeave');
export const CORRECT_LEAVE = operation('correctPostingLeave');
export const STRIKE_LEAVE = operation('strikePostingLeave');
export const RESIGN = operation('resignPosting');
export const DRAW_UP = operation('drawUpHandOver');
export const CONFIRM = operation('confirmHandOver');
export const CHANGE_HEAD = operation('changeStationHead', `former { id status endedOn endReason }`);
export const CORRECT_POSTING = operation('correctPosting');
export const STRIKE_POSTING = operation('strikePosting');
export const STAND_IN = operation('proposePosting');
export const ENTER = operation('recordPastPosting');

export const leaveInput = (postingId: string, changes: Record<string, unknown> = {}) => ({
  postingId,
  kind: 'MATERNITY',
  from: '2026-11-01',
  to: '2026-12-31',
  ...changes,
});

/** A station with its head on duty since the spring; answers the station. */
export async function aHeadThere(graph: PersonnelGraph): Promise<string> {
  const stationId = await aStation(graph);
  const workerId = await aWorkerThere(graph, { employerAgencyId: null, directsOfficeOf: '420581100' });
  const proposal = { ...residentInput(workerId, stationId), role: 'STATION_HEAD' };
  const { posting } = await done(graph, PROPOSE, proposal, bureau);
  await done(graph, START, { postingId: posting.id, startedOn: '2026-03-01' });
  return stationId;
}
