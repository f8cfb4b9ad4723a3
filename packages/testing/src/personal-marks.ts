import type { Askable } from './access-question.ts';
import { admittedTo, type Probe } from './access-matrix.ts';
import { askingAnew, inputOf } from './asking-twice.ts';
import { whyPrivate } from './private-texts.ts';
import { type TextInput, textInputsOf, withText } from './text-inputs.ts';

const REFUSED = 'PERSONAL_MARKS_FOUND';

/** One person, as somebody would slip them into a text. */
const SLIPS = [
  '420581 19900307 2312',
  inFullWidth('420581199003072312'),
  '138 1234 5678',
  '身份证 420581',
] as const;

/** What a command answers to each slip in each of its public texts: refused, or what else became of it. */
export async function answersToSlips(
  graph: Askable,
  path: string,
  probe: Probe,
): Promise<Readonly<Record<string, string>>> {
  const [, mutation = ''] = path.split('.');
  const texts = textInputsOf(graph.schema, mutation).filter(({ name }) => whyPrivate(name) === undefined);
  const answers: Record<string, string> = {};
  const ask = asking(graph, path, probe);
  for (const text of texts) {
    for (const slip of SLIPS) {
      const { code, errors } = await ask(text, slip);
      answers[`${text.name}: ${slip}`] = code === REFUSED ? code : `${code}: ${errors[0]?.message}`;
    }
  }
  return answers;
}

function inFullWidth(digits: string): string {
  return digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

export const isRefusal = (answer: string): boolean => answer === REFUSED;

function asking(graph: Askable, path: string, probe: Probe) {
  const ask = askingAnew(graph, path);
  const actor = admittedTo(graph, path, probe);
  return (text: TextInput, slip: string) => {
    const isLink = /(?:url|link)s?$/i.test(text.name);
    const value = isLink ? `https://example.org/?${encodeURIComponent(slip)}` : slip;
    return ask(withText(inputOf(probe), text, value), actor);
  };
}
