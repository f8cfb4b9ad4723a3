import { rememberAgency, rememberWorker } from '../issuer/index.ts';
import type { Report } from '../servers/index.ts';
import { SetupError } from '../setup-error.ts';
import { acceptStations } from './acceptance.ts';
import { keepHead, proveBudget } from './audit-proof.ts';
import { applyForBuildingAwards, payAwards } from './awards.ts';
import { approveBudget } from './budget.ts';
import { reviewDeadlines } from './certificate-deadline.ts';
import { contractOperators } from './contracts.ts';
import { adoptPolicy } from './county-policy.ts';
import { chooseDemonstrations } from './demonstration.ts';
import { pairElsewhere } from './elsewhere.ts';
import { type Graph, graphClient, type GraphOptions } from './graph-client.ts';
import { type Journal, journaledGraph, passingJournal } from './journal.ts';
import { followTheMoney } from './money-of-the-year.ts';
import { openGuidanceCentre, registerOperators } from './operators.ts';
import { prepareForExam } from './training-life.ts';
import { openPreJobClasses, trainRecruits } from './pre-job-training.ts';
import { recruit } from './recruitment.ts';
import { awaitOutcome } from './outcome.ts';
import { workTogether } from './pairing-work.ts';
import { buildStations } from './stations.ts';
import { putStationsToWork } from './stations-at-work.ts';
import type { Story } from './story.ts';
import { readProgress } from './story-progress.ts';

export interface PlayOptions extends GraphOptions {
  readonly report: Report;
  /** Where the story keeps which agency and worker a persona stands for, so that later tokens say it. */
  readonly remember?: Story['remember'];
  /** Where a story that may be interrupted keeps how far it came. */
  readonly journal?: Journal;
}

const REMEMBERED_LOCALLY: Story['remember'] = { agency: rememberAgency, worker: rememberWorker };

/**
 * Yidu from an empty county to 11 of 11 stations at work, and a pairing elsewhere, played through the gateway by its
 * personas.
 * Data of an earlier start is found and left as it is; what an interrupted one has not told yet is told now.
 */
export async function playStory({
  report,
  remember = REMEMBERED_LOCALLY,
  journal = passingJournal(),
  ...options
}: PlayOptions): Promise<void> {
  const client = graphClient({ ...options, report });
  const graph = journaledGraph(client, journal);
  const story: Story = {
    graph,
    report,
    today: journal.today,
    remember: {
      agency: (persona, id) => {
        remember.agency(persona, id);
        graph.renew(persona);
      },
      worker: (persona, id) => {
        remember.worker(persona, id);
        graph.renew(persona);
      },
    },
  };
  if (journal.length() > 0) report('The story goes on where an earlier start was interrupted.');
  else if (await wasPlayed(client, journal))
    return report('The story was played by an earlier start: nothing is replayed.');
  await play(story, journal);
}

async function wasPlayed(graph: Graph, journal: Journal): Promise<boolean> {
  const progress = await readProgress(graph);
  if (progress !== 'HALF' || journal.goesOn) return progress === 'PLAYED';
  throw new SetupError('Half a story is in these databases, and nothing says how far it came.', [
    'npm start -- --no-story keeps the data as it is',
    'npm start -- --fresh begins anew: it wipes ALL local data, what people entered too',
  ]);
}

async function play(story: Story, journal: Journal): Promise<void> {
  const startedAt = Date.now();
  story.report('Yidu, from an empty county to 11 of 11 stations. All data is marked 演示 (demonstration).');
  let step = '';
  try {
    await tell(story, (name) => (step = name));
  } catch (error) {
    throw interrupted(error, step, journal);
  }
  story.report(`The story took ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/** The chapters in their order; each begins by saying its name, for when it is the one that fails. */
async function tell(story: Story, begin: (step: string) => void): Promise<void> {
  begin("the county's policy");
  await adoptPolicy(story);
  begin('the budget');
  const budgetPlanId = await approveBudget(story);
  begin('the operators and the guidance centre');
  const agencies = await registerOperators(story);
  await openGuidanceCentre(story);
  begin('eleven stations');
  const stations = await buildStations(story, agencies);
  const applied = await applyForBuildingAwards(story, budgetPlanId, stations);
  begin('recruitment and training');
  const classes = await openPreJobClasses(story, agencies);
  const { trainees, veteran } = await recruit(story, stations);
  await trainRecruits(story, { trainees, agencies, classes });
  begin('acceptance and demonstration');
  await acceptStations(story, stations);
  await chooseDemonstrations(story, stations);
  begin('awards and contracts');
  await payAwards(story, { budgetPlanId, stations, applied });
  const contracts = await contractOperators(story, budgetPlanId, stations);
  begin('the money of the year');
  await followTheMoney(story, budgetPlanId, contracts);
  begin('a head of the audit log, kept by somebody');
  const kept = await keepHead(story);
  begin('certificate deadlines');
  await reviewDeadlines(story, veteran);
  await prepareForExam(story, trainees);
  begin('stations at work');
  await putStationsToWork(story, stations);
  begin('a pairing elsewhere');
  const pair = await pairElsewhere(story);
  await workTogether(story, pair);
  begin('the outcome in the figures of all services');
  await awaitOutcome(story);
  begin('a proof from the audit log');
  await proveBudget(story, { budgetPlanId, kept });
}

/** Nothing that was answered is lost: it says where it stopped, and what to do. */
function interrupted(error: unknown, step: string, journal: Journal): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new SetupError(
    `The story stopped at “${step}”: ${reason}\nKept: the data, and the ${journal.length()} answers that the story was given so far.`,
    ['npm start goes on from there', 'the logs of the services: .local/logs/'],
  );
}
