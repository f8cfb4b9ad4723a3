import type { ServiceName } from '@qianshou/events';
import { Listr } from 'listr2';
import { fromTimeToTime, STEPS } from './progress.ts';

export type Say = (line: string) => void;

/** One service after the other, with progress for whoever waits. The services may run meanwhile. */
export async function eachService<Result>(
  services: readonly ServiceName[],
  titleOf: (service: ServiceName) => string,
  work: (service: ServiceName, say: Say) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const tasks = services.map((service) => ({
    title: titleOf(service),
    task: async (_context: unknown, task: { output: string }): Promise<void> => {
      const say = fromTimeToTime((line) => (task.output = line));
      results.push(await work(service, say));
    },
  }));
  await new Listr(tasks, STEPS).run();
  return results;
}
