import { addDays, addMonths } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import { dispatchWorkers, logActivities } from './dispatch.ts';
import { type PairAtWork, workBeganOn } from './elsewhere.ts';
import { eventually } from './eventually.ts';
import { PAIRING_AT_WORK } from './pairing-at-work.ts';
import { exitTable, targetTable } from './pairing-work-tables.ts';
import {
  EVALUATE_PAIRING,
  NOTE_SUPERVISION,
  QUIET_PAIRINGS,
  RECORD_PROGRESS,
  RECORD_PUBLICITY,
  SET_TARGET,
} from './pairing-work-operations.ts';
import { mergeSecondEntry } from './put-right.ts';
import { growRecipient, planLocalStations } from './recipient-side.ts';
import { handInReport } from './progress-report.ts';
import type { Story } from './story.ts';
import { indented } from './table.ts';

/** What the pair wants to reach in its four task groups, and what it has reached. */
export const TARGETS = [
  { taskGroup: 'BUILD_STATION', indicator: '协助立项社工站', unit: '个', targetValue: 3, reached: 2 },
  { taskGroup: 'GROW_AGENCY', indicator: '培育本地机构', unit: '家', targetValue: 1, reached: 1 },
  { taskGroup: 'TRAIN_TALENT', indicator: '培训本地社工', unit: '人次', targetValue: 60, reached: 52 },
  { taskGroup: 'BUILD_SYSTEM', indicator: '出台制度文件', unit: '份', targetValue: 1, reached: 0 },
] as const;

/** Days after which the project office looks at the pairing again. */
export const FOLLOW_UP_DAYS = 30;

/** Step 11: the pairing at work, from its targets to what the county still lacks to do without it. */
export async function workTogether(story: Story, pair: PairAtWork): Promise<void> {
  const { report } = story;
  const targets = await setTargets(story, pair);
  report(`  11 海原县 at work: ${targets.length} targets in the four task groups`);
  await dispatchWorkers(story, pair);
  await logActivities(story, pair);
  await mergeSecondEntry(story, pair);
  await growRecipient(story, pair);
  const planned = await planLocalStations(story);
  await recordProgress(story, targets);
  await handInReport(story, pair);
  await judge(story, pair);
  await showPairing(story, pair, planned.length);
  await publicise(story, pair);
}

async function setTargets({ graph, today }: Story, { pairingId }: PairAtWork): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { reached: _, ...target } of TARGETS) {
    const { setPairingTarget } = await graph.ask('fujian-agency-1', SET_TARGET, {
      input: {
        pairingId,
        ...target,
        dueOn: addMonths(workBeganOn(today), 10),
        idempotencyKey: `demo-target-${target.taskGroup}`,
      },
    });
    ids.push(setPairingTarget.target.id);
  }
  return ids;
}

async function recordProgress({ graph }: Story, targets: readonly string[]): Promise<void> {
  for (const [at, targetId] of targets.entries()) {
    await graph.ask('fujian-agency-1', RECORD_PROGRESS, {
      input: { targetId, achievedValue: TARGETS[at]?.reached, idempotencyKey: `demo-progress-${targetId}` },
    });
  }
}

/** An evaluation at half-time, and the project office's advice where a task group has gone quiet (PAIR-11). */
async function judge({ graph, report, today }: Story, { pairingId }: PairAtWork): Promise<void> {
  await graph.ask('project-office', EVALUATE_PAIRING, {
    input: {
      pairingId,
      kind: 'MID_TERM',
      evaluator: `第三方评估机构(${DEMO})`,
      score: 86.5,
      grade: 'GOOD',
      opinion: `站点和培训进展良好,制度建设滞后(${DEMO})`,
      evaluatedOn: today,
      idempotencyKey: `demo-evaluation-${pairingId}`,
    },
  });
  report('     mid-term evaluation: 86.5 points, GOOD');
  const { pairingsToSupervise } = await graph.ask('project-office', QUIET_PAIRINGS);
  for (const { pairing, dueOn } of pairingsToSupervise.nodes) {
    report(`     the project office finds ${pairing.county.name} quiet in a task group since ${dueOn}`);
  }
  const followUpOn = addDays(today, FOLLOW_UP_DAYS);
  await graph.ask('project-office', NOTE_SUPERVISION, {
    input: {
      pairingId,
      advice: `请在制度建设任务组安排一次现场指导,协助起草购买服务办法(${DEMO})`,
      followUpOn,
      idempotencyKey: `demo-supervision-${pairingId}`,
    },
  });
  report(`     it notes its advice, and looks again on ${followUpOn}`);
}

/** What the rules advise, what was reached, and what the county lacks to do without its pairing. */
async function showPairing(
  { graph, report }: Story,
  { pairingId }: PairAtWork,
  planned: number,
): Promise<void> {
  const { pairing } = await eventually({
    what: `${planned} planned stations in the exit readiness of 海原县`,
    look: () => graph.ask('ningxia-province', PAIRING_AT_WORK, { id: pairingId }),
    until: (seen) => seen.pairing?.exitReadiness[0]?.missing.length === planned,
  });
  if (pairing === null) throw new Error('The pairing at work is not found.');
  for (const { rule, label, message } of pairing.warnings) {
    report(`     advice, it blocks nothing: ${rule}${label === null ? '' : ` (${label})`} — ${message}`);
  }
  report(`\n${indented(targetTable(pairing))}\n\n${indented(exitTable(pairing))}\n`);
}

/** The last thing that the story does: what came of the pairing is told to everybody. */
async function publicise({ graph, report, today }: Story, { pairingId }: PairAtWork): Promise<void> {
  await graph.ask('project-office', RECORD_PUBLICITY, {
    input: {
      kind: 'CASE_STUDY',
      title: `闽宁牵手:海原县的两个社工站从立项开始(${DEMO})`,
      link: 'https://example.org/demo/haiyuan/case-study',
      publishedOn: today,
      pairingId,
      idempotencyKey: `demo-publicity-${pairingId}`,
    },
  });
  report('     a case study of the pairing is published');
}
