import { addDays } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import { PUBLIC } from './graph-client.ts';
import {
  COMPLAINT,
  CONFIRM_RECTIFICATION,
  FILE_COMPLAINT,
  HANDLE_COMPLAINT,
  ORDER_RECTIFICATION,
  PLAN_RECTIFICATION,
} from './station-operations.ts';
import type { BuiltStation } from './stations.ts';
import type { Story } from './story.ts';
import { operatorPersona } from './yidu.ts';

/** Somebody without an account found a door shut; another complaint stays open until its day. */
export const COMPLAINED_OF_UNIT = '420581103';
export const STILL_COMPLAINED_OF_UNIT = '420581200';
export const COMPLAINT_RESULT = `已责令整改并回查:开放时间已公示,周六上午有人值班(${DEMO})`;

/** A complaint by the public proves right: the bureau orders a rectification, and everybody reads the result. */
export async function answerComplaint(story: Story, stations: readonly BuiltStation[]): Promise<void> {
  const { graph, report } = story;
  const station = stationOf(stations, COMPLAINED_OF_UNIT);
  const { name } = station.unit;
  const { id: complaintId, dueOn } = await complain(story, station, `周六上午到站办事,大门未开(${DEMO})`);
  report(
    `     the public, without an account, complains of the station of ${name}: to be handled by ${dueOn}`,
  );
  const { orderRectification } = await graph.ask('yidu-bureau', ORDER_RECTIFICATION, {
    input: { stationId: station.id, reason: `周六上午未按公示时间开放(${DEMO})` },
  });
  const planDueOn = orderRectification.station.rectification?.planDueOn;
  report(`     the complaint is right: ${name} must rectify, its plan is due by ${planDueOn}`);
  await rectify(story, station, `张贴开放时间,周六上午安排轮流值班(${DEMO})`);
  await graph.ask('yidu-bureau', HANDLE_COMPLAINT, {
    input: { complaintId, outcome: 'UPHELD', result: COMPLAINT_RESULT },
  });
  const { complaint } = await graph.ask(PUBLIC, COMPLAINT, { id: complaintId });
  report(`     the public reads: ${complaint?.status}, ${complaint?.outcome} — ${complaint?.result}`);
  await complain(story, stationOf(stations, STILL_COMPLAINED_OF_UNIT), `活动室照明较暗(${DEMO})`);
}

/** STA-13: the operator files its plan, the guidance centre confirms that it was carried out. */
export async function rectify(
  { graph, report, today }: Story,
  { unit, id: stationId }: BuiltStation,
  measures: string,
): Promise<void> {
  const completeBy = addDays(today, 10);
  await graph.ask(operatorPersona(unit.operator), PLAN_RECTIFICATION, {
    input: { stationId, measures, completeBy },
  });
  const { confirmRectification } = await graph.ask('guidance-centre', CONFIRM_RECTIFICATION, {
    input: { stationId },
  });
  const { status } = confirmRectification.station;
  report(`     its operator plans it until ${completeBy}, the guidance centre confirms it: ${status} again`);
}

export function stationOf(stations: readonly BuiltStation[], code: string): BuiltStation {
  const station = stations.find(({ unit }) => unit.code === code);
  if (station === undefined) throw new Error(`The story has no station in ${code}.`);
  return station;
}

async function complain({ graph }: Story, { id: stationId }: BuiltStation, statement: string) {
  const { fileComplaint } = await graph.ask(PUBLIC, FILE_COMPLAINT, {
    input: { stationId, kind: 'PREMISES', statement },
  });
  return fileComplaint.complaint;
}
