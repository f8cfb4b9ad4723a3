import { yearOf } from '@qianshou/kernel';
import { rectify, stationOf } from './complaint.ts';
import { DEMO, demoName } from './demo.ts';
import {
  EVALUATE_STATION,
  EVALUATIONS,
  RESTORE_DEMONSTRATION,
  WITHDRAW_DEMONSTRATION,
} from './station-operations.ts';
import type { BuiltStation } from './stations.ts';
import { refused, type Story } from './story.ts';
import { drawTable, indented, right } from './table.ts';
import { YIDU } from './yidu.ts';

/** Invented scores of the year's evaluation; two stations still wait for theirs. */
export const ANNUAL_SCORES: Readonly<Record<string, number>> = {
  '420581001': 94.5,
  '420581100': 91,
  '420581101': 88.5,
  '420581102': 82,
  '420581103': 78.5,
  '420581104': 66.5,
  '420581105': 85,
  '420581106': 92.5,
  '420581107': 80.5,
};

/** This demonstration station does badly, loses its rank, puts things right and gets it back. */
export const FALLEN_UNIT = '420581104';
const SCORE_AFTERWARDS = 87;

/** The evaluator grades the stations; what a bad grade costs, and how it is made good (STA-5, STA-13). */
export async function evaluateStations(story: Story, stations: readonly BuiltStation[]): Promise<void> {
  const { graph, report } = story;
  const evaluated = stations.filter(({ unit }) => ANNUAL_SCORES[unit.code] !== undefined);
  for (const station of evaluated) {
    await evaluate(story, station, 'ANNUAL', ANNUAL_SCORES[station.unit.code] ?? 0);
  }
  report(`     ${evaluated.length} of ${stations.length} stations evaluated for the year by a third party`);
  await fallAndRise(story, stationOf(stations, FALLEN_UNIT));
  const { stationEvaluations } = await graph.ask('yidu-bureau', EVALUATIONS, { code: YIDU });
  report(`\n${indented(evaluationTable(stationEvaluations.nodes))}\n`);
}

async function fallAndRise(story: Story, station: BuiltStation): Promise<void> {
  const { graph, report } = story;
  const { name } = station.unit;
  const input = { stationId: station.id };
  await graph.ask('yidu-bureau', WITHDRAW_DEMONSTRATION, { input });
  report(`     ${name} is barely qualified: it must rectify, and is no demonstration station any more`);
  const restore = () => graph.ask('yidu-bureau', RESTORE_DEMONSTRATION, { input });
  await refused(story, 'DEMONSTRATION_NOT_EARNED', restore);
  await rectify(story, station, `补齐个案档案,每月由指导中心督导一次(${DEMO})`);
  const grade = await evaluate(story, station, 'SPECIAL', SCORE_AFTERWARDS);
  await restore();
  report(`     ${name}, evaluated again: ${grade}; it is a demonstration station again`);
}

async function evaluate(
  { graph, today }: Story,
  { id: stationId }: BuiltStation,
  kind: 'ANNUAL' | 'SPECIAL',
  score: number,
): Promise<string> {
  const { evaluateStation } = await graph.ask('evaluator', EVALUATE_STATION, {
    input: { stationId, year: yearOf(today), kind, score, evaluator: demoName('第三方评估机构') },
  });
  return evaluateStation.evaluation.grade;
}

type Evaluations = NonNullable<typeof EVALUATIONS.answers>['stationEvaluations']['nodes'];

const GRADES: Readonly<Record<string, string>> = {
  EXCELLENT: '优秀 excellent',
  GOOD: '良好 good',
  BARELY_QUALIFIED: '基本合格 barely qualified',
  UNQUALIFIED: '不合格 unqualified',
};
const KINDS: Readonly<Record<string, string>> = { ANNUAL: '年度 annual', SPECIAL: '专项 special' };
const TIERS: Readonly<Record<string, string>> = { DEMONSTRATION: '示范站', ORDINARY: '普通站' };

export function evaluationTable(evaluations: Evaluations): string {
  return drawTable('宜都市社工站评估 · Evaluations of stations, latest first', [
    ['社工站 Station', '现等级 Tier now', '评估 Kind', '得分 score', '评估等级 Grade'],
    ...evaluations.map(({ station, kind, score, grade }) => [
      station.signage,
      TIERS[station.tier] ?? station.tier,
      KINDS[kind] ?? kind,
      right(score.toFixed(1)),
      GRADES[grade] ?? grade,
    ]),
  ]);
}
