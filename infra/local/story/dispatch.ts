import { addDays, type CalendarDate } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import type { PairAtWork } from './elsewhere.ts';
import { END_DISPATCH, LOG_SUPPORT_ACTIVITY, START_DISPATCH } from './pairing-work-operations.ts';
import { professional } from './people.ts';
import { correctTraining } from './put-right.ts';
import { refused, type Story } from './story.ts';
import { registerWorker } from './workers.ts';

const FUJIAN_AGENCY = 'fujian-agency-1';
/** The two workers sent, by their number among the people of the story. */
const SENT = [71, 72] as const;

interface Stay {
  readonly worker: number;
  readonly role: 'TEAM_LEADER' | 'SOCIAL_WORKER';
  readonly arrivedDaysAgo: number;
  /** Null: still there. */
  readonly left: { readonly daysAgo: number; readonly workingDays: number } | null;
}

/** The second one is shorter than the 10 working days that the rule of 2018 asks for: it is advised, not refused. */
export const STAYS: readonly Stay[] = [
  { worker: 0, role: 'TEAM_LEADER', arrivedDaysAgo: 100, left: { daysAgo: 55, workingDays: 31 } },
  { worker: 1, role: 'SOCIAL_WORKER', arrivedDaysAgo: 50, left: { daysAgo: 43, workingDays: 6 } },
  { worker: 0, role: 'TEAM_LEADER', arrivedDaysAgo: 12, left: null },
];

/** What was done; nothing yet for BUILD_SYSTEM, which has gone quiet (PAIR-11). */
export const SUPPORT_ACTIVITIES = [
  { taskGroup: 'BUILD_STATION', kind: 'ONSITE_STAY', daysAgo: 80, hours: 16, participants: 6 },
  { taskGroup: 'GROW_AGENCY', kind: 'REMOTE_GUIDANCE', daysAgo: 60, hours: 3, participants: 5 },
  { taskGroup: 'TRAIN_TALENT', kind: 'THEMATIC_TRAINING', daysAgo: 45, hours: 12, participants: 28 },
  { taskGroup: 'BUILD_STATION', kind: 'SUPERVISION', daysAgo: 30, hours: 6, participants: 8 },
  { taskGroup: 'GROW_AGENCY', kind: 'RESOURCE_LINKING', daysAgo: 25, hours: 4.5, participants: 12 },
  { taskGroup: 'TRAIN_TALENT', kind: 'THEMATIC_TRAINING', daysAgo: 10, hours: 6, participants: 24 },
] as const;

/** Two workers of the dispatching agency come and go; nobody is at two places at once. */
export async function dispatchWorkers(story: Story, pair: PairAtWork): Promise<void> {
  const { report, today } = story;
  const workers: string[] = [];
  for (const number of SENT) workers.push(await register(story, pair, number));
  for (const stay of STAYS) await spend(story, pair, stay, workers[stay.worker] ?? '');
  const days = STAYS.reduce((sum, { left }) => sum + (left?.workingDays ?? 0), 0);
  report(
    `     ${SENT.length} workers sent for ${STAYS.length} stays: ${days} working days, one is there now`,
  );
  const again = { role: 'TEAM_LEADER', arrivedOn: addDays(today, -5), idempotencyKey: 'demo-dispatch-again' };
  await refused(story, 'DISPATCH_OVERLAPS', () => arrive(story, pair, { workerId: workers[0], ...again }));
}

function register(story: Story, { dispatchingAgencyId }: PairAtWork, number: number): Promise<string> {
  return registerWorker(story, FUJIAN_AGENCY, professional(number), {
    employerAgencyId: dispatchingAgencyId,
    countyCode: '350203',
  });
}

async function spend(
  story: Story,
  pair: PairAtWork,
  { worker, role, arrivedDaysAgo, left }: Stay,
  workerId: string,
): Promise<void> {
  const { graph, today } = story;
  const dispatchId = await arrive(story, pair, {
    workerId,
    role,
    arrivedOn: addDays(today, -arrivedDaysAgo),
    idempotencyKey: `demo-dispatch-${worker}-${arrivedDaysAgo}`,
  });
  if (left === null) return;
  await graph.ask(FUJIAN_AGENCY, END_DISPATCH, {
    input: {
      dispatchId,
      leftOn: addDays(today, -left.daysAgo),
      workingDays: left.workingDays,
      idempotencyKey: `demo-leave-${dispatchId}`,
    },
  });
}

interface Arrival {
  readonly workerId: string | undefined;
  readonly role: string;
  readonly arrivedOn: CalendarDate;
  readonly idempotencyKey: string;
}

async function arrive({ graph }: Story, { pairingId }: PairAtWork, arrival: Arrival): Promise<string> {
  const { startDispatch } = await graph.ask(FUJIAN_AGENCY, START_DISPATCH, {
    input: { pairingId, mode: 'ONSITE', ...arrival },
  });
  return startDispatch.dispatch.id;
}

/** As the last training is logged: two digits change places. */
const MISWRITTEN = 42;

/** Each with a link that shows it; participants are counted, never named. The last one is put right. */
export async function logActivities(story: Story, { pairingId }: PairAtWork): Promise<void> {
  const { graph, report, today } = story;
  const ids: string[] = [];
  for (const [at, { daysAgo, participants, ...activity }] of SUPPORT_ACTIVITIES.entries()) {
    const isLast = at === SUPPORT_ACTIVITIES.length - 1;
    const { logSupportActivity } = await graph.ask(FUJIAN_AGENCY, LOG_SUPPORT_ACTIVITY, {
      input: {
        pairingId,
        ...activity,
        participants: isLast ? MISWRITTEN : participants,
        onsite: activity.kind !== 'REMOTE_GUIDANCE',
        heldOn: addDays(today, -daysAgo),
        evidenceUrls: [`https://example.org/demo/haiyuan/activity-${at + 1}`],
        note: `${DEMO}活动,照片和签到表见链接`,
        idempotencyKey: `demo-activity-${at + 1}`,
      },
    });
    ids.push(logSupportActivity.activity.id);
  }
  report(`     ${SUPPORT_ACTIVITIES.length} support activities logged, each with its evidence link`);
  await correctTraining(story, ids.at(-1) ?? '', SUPPORT_ACTIVITIES.at(-1)?.participants ?? 0);
}
