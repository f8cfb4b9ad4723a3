import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type CalendarDate, chinaDay } from '@qianshou/kernel';
import { type Answer, ask } from './graph.ts';

const QUERIES = join(import.meta.dirname, '../../../docs/queries');

/** The day on which the story was played. */
export const today: CalendarDate = chinaDay(new Date());
export const thisYear = Number(today.slice(0, 4));
export const daysAgo = (days: number): CalendarDate => addDays(today, -days);

/** Asks a query of docs/queries with the variables of its own comment; those of the day are given anew. */
export async function askDocument(
  name: string,
  persona: string | null,
  ofTheDay: object = {},
): Promise<Answer['data']> {
  const text = readFileSync(join(QUERIES, `${name}.graphql`), 'utf8');
  const [, variables = '{}'] = /^# Variables: (\{.*?\})/m.exec(text) ?? [];
  const { data, errors } = await ask(text, { ...JSON.parse(variables), ...ofTheDay }, persona);
  if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  return data;
}
