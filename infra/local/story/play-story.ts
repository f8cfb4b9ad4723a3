import { chinaDay } from '@qianshou/kernel';
import { rememberAgency, rememberWorker } from '../issuer/index.ts';
import type { Report } from '../servers/index.ts';
import { acceptStations } from './acceptance.ts';
import { applyForBuildingAwards, payAwards } from './awards.ts';
import { approveBudget } from './budget.ts';
import { reviewDeadlines } from './certificate-deadline.ts';
import { contractOperators } from './contracts.ts';
import { adoptPolicy } from './county-policy.ts';
import { chooseDemonstrations } from './demonstration.ts';
import { pairElsewhere } from './elsewhere.ts';
import { graphClient, type GraphOptions } from './graph-client.ts';
import { openGuidanceCentre, registerOperators } from './operators.ts';
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
}

const REMEMBERED_LOCALLY: Story['remember'] = { agency: rememberAgency, worker: rememberWorker };

/**
 * Yidu from an empty county to 11 of 11 stations at work, and a pairing elsewhere, played through the gateway by its
 * personas.
 * Data of an earlier start is found and left as it is.
 */
export async function playStory({
  report,
  remember = REMEMBERED_LOCALLY,
  ...options
}: PlayOptions): Promise<void> {
  const graph = graphClient(options);
  const story: Story = {
    graph,
    report,
    today: chinaDay(new Date()),
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
  const progress = await readProgress(graph);
  if (progress === 'PLAYED') return report('The story was played by an earlier start: nothing is replayed.');
  await play(story);
}

async function play(story: Story): Promise<void> {
  const startedAt = Date.now();
  story.report('Yidu, from an empty county to 11 of 11 stations. All data is marked 演示 (demonstration).');
  await adoptPolicy(story);
  const budgetPlanId = await approveBudget(story);
  const agencies = await registerOperators(story);
  await openGuidanceCentre(story);
  const stations = await buildStations(story, agencies);
  const applied = await applyForBuildingAwards(story, budgetPlanId, stations);
  const classes = await openPreJobClasses(story, agencies);
  const { trainees, veteran } = await recruit(story, stations);
  await trainRecruits(story, { trainees, agencies, classes });
  await acceptStations(story, stations);
  await chooseDemonstrations(story, stations);
  await payAwards(story, { budgetPlanId, stations, applied });
  await contractOperators(story, budgetPlanId, stations);
  await reviewDeadlines(story, veteran);
  await putStationsToWork(story, stations);
  const pair = await pairElsewhere(story);
  await workTogether(story, pair);
  await awaitOutcome(story);
  story.report(`The story took ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}
