import type { Dataset, Field } from '../dataset/dataset.ts';

export type Level = (typeof LEVELS)[number][0];

export type Grain = 'VALUE' | Level | (typeof PERIODS)[number][0];

/** What rows can be grouped by: a field, as it is or coarser. */
export interface Dimension {
  /** As the contract calls it, e.g. `OPENED_ON_MONTH`. */
  readonly name: string;
  readonly field: string;
  readonly grain: Grain;
  readonly en: string;
  readonly zh: string;
}

const LEVELS = [
  ['PROVINCE', 'province', '省'],
  ['PREFECTURE', 'prefecture', '市'],
  ['COUNTY', 'county', '县'],
  ['TOWNSHIP', 'township-level unit', '乡级'],
] as const;

const PERIODS = [
  ['YEAR', 'year', '年'],
  ['QUARTER', 'quarter', '季度'],
  ['MONTH', 'month', '月'],
  ['DAY', 'day', '日'],
] as const;

/** So fine that one person could be told by it: refused beside a field of persons, and not offered for one. */
export const NEAR_A_PERSON: ReadonlySet<Grain> = new Set(['MONTH', 'DAY', 'TOWNSHIP']);

export function constantOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

export function dimensionsOf(dataset: Dataset): readonly Dimension[] {
  return Object.entries(dataset.fields).flatMap(([name, field]) => ofField(dataset, name, field));
}

export function isLevel(grain: Grain): grain is Level {
  return LEVELS.some(([level]) => level === grain);
}

function ofField(dataset: Dataset, field: string, { kind, en, zh, personal }: Field): readonly Dimension[] {
  const constant = constantOf(field);
  const made = (name: string, grain: Grain, words: readonly [string, string]): Dimension => ({
    name,
    field,
    grain,
    en: words[0],
    zh: words[1],
  });
  if (kind === 'REGION') {
    const levels = LEVELS.slice(0, levelsOf(dataset, field));
    if (field === dataset.place)
      return levels.map(([level, ...words]) => made(level, level, [capital(words[0]), words[1]]));
    return levels.map(([level, one, other]) =>
      made(`${constant}_${level}`, level, [`${en}: ${one}`, `${zh}(${other})`]),
    );
  }
  if (kind === 'DAY')
    return PERIODS.filter(([grain]) => personal !== true || !NEAR_A_PERSON.has(grain)).map(
      ([grain, one, other]) => made(`${constant}_${grain}`, grain, [`${en}: ${one}`, `${zh}(${other})`]),
    );
  return kind === 'NUMBER' || kind === 'FEN' ? [] : [made(constant, 'VALUE', [en, zh])];
}

function levelsOf({ place, scope }: Dataset, field: string): number {
  if (field === place) return scope === 'COUNTY' ? 3 : 4;
  return field === 'townshipCode' ? 4 : 3;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
