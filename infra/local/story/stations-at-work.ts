import { answerComplaint } from './complaint.ts';
import { evaluateStations } from './evaluations.ts';
import { publishGuides, recordDays } from './services.ts';
import type { BuiltStation } from './stations.ts';
import type { Story } from './story.ts';

/** Step 9: what follows the opening: services, complaints, evaluations, and putting things right. */
export async function putStationsToWork(story: Story, stations: readonly BuiltStation[]): Promise<void> {
  await publishGuides(story, stations);
  await recordDays(story, stations);
  await answerComplaint(story, stations);
  await evaluateStations(story, stations);
}
