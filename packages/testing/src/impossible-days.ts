import { randomUUID } from 'node:crypto';
import { admittedTo, type Probe } from './access-matrix.ts';
import { type Askable, fieldAt } from './access-question.ts';
import { carriesKey } from './asking-twice.ts';
import { inputsOf, withText } from './text-inputs.ts';

/** Nothing of the graph happened on these days, or will. */
const IMPOSSIBLE = ['1900-01-01', '2199-01-01'] as const;

/** What a command answers to an impossible day in each of its days; every one should be refused as bad input. */
export async function answersToImpossibleDays(
  graph: Askable,
  path: string,
  probe: Probe,
): Promise<Readonly<Record<string, string>>> {
  const field = fieldAt(graph.schema, path);
  const type = String(field.args.find(({ name }) => name === 'input')?.type);
  const document = `mutation ($input: ${type}) { ${field.name}(input: $input) { __typename } }`;
  const given = (probe.args?.['input'] ?? {}) as Readonly<Record<string, unknown>>;
  const actor = admittedTo(graph, path, probe);
  const answers: Record<string, string> = {};
  for (const day of inputsOf(graph.schema, field.name, 'Date')) {
    for (const impossible of IMPOSSIBLE) {
      const key = carriesKey(graph, path) ? { idempotencyKey: randomUUID() } : {};
      const input = withText({ ...given, ...key }, day, impossible);
      const { code } = await graph.execute(document, { input }, actor);
      answers[`${day.name}: ${impossible}`] = String(code);
    }
  }
  return answers;
}
