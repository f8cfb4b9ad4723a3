import { admittedTo, type Probe } from './access-matrix.ts';
import type { Askable } from './access-question.ts';
import { askingAnew, inputOf } from './asking-twice.ts';
import { inputsOf, withText } from './text-inputs.ts';

/** Nothing of the graph happened on these days, or will. */
const IMPOSSIBLE = ['1900-01-01', '2199-01-01'] as const;

/** What a command answers to an impossible day in each of its days; every one should be refused as bad input. */
export async function answersToImpossibleDays(
  graph: Askable,
  path: string,
  probe: Probe,
): Promise<Readonly<Record<string, string>>> {
  const [, mutation = ''] = path.split('.');
  const ask = askingAnew(graph, path);
  const actor = admittedTo(graph, path, probe);
  const answers: Record<string, string> = {};
  for (const day of inputsOf(graph.schema, mutation, 'Date')) {
    for (const impossible of IMPOSSIBLE) {
      const { code } = await ask(withText(inputOf(probe), day, impossible), actor);
      answers[`${day.name}: ${impossible}`] = String(code);
    }
  }
  return answers;
}
