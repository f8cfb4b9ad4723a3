/** What analysts ask: one row a fact, declared once. The contract, the dictionary and the columns are made of it. */
export interface Dataset {
  /** In camel case, singular: `station` gives `stationRows` and `stationGroups`. */
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  /** What a row is, for the dictionary. */
  readonly about: { readonly en: string; readonly zh: string };
  /** The field that says where the fact lies: what a caller's regions are held against. */
  readonly place: string;
  /** The finest level of that place, as grants name it. */
  readonly scope: 'TOWNSHIP' | 'COUNTY' | 'REGION';
  /** The type of the graph that a row stands for, by its id. */
  readonly entity?: string;
  /** The number of persons in a row, where it is not one. */
  readonly persons?: string;
  readonly fields: Readonly<Record<string, Field>>;
}

export type FieldKind =
  'CODE' | 'ID' | 'NAME' | 'LIST' | 'REGION' | 'DAY' | 'COUNT' | 'NUMBER' | 'FEN' | 'FLAG';

export type Unit = 'persons' | 'minutes' | 'hours' | 'days' | 'fen' | 'points' | 'pieces';

export interface Field {
  readonly kind: FieldKind;
  readonly en: string;
  readonly zh: string;
  readonly unit?: Unit;
  /** Says something of persons: counted in groups of five and more, never shown of one row. */
  readonly personal?: true;
  /** All that a code can be. */
  readonly values?: readonly string[];
  /** Made of other facts when it is asked for; absent: told by the events of the row itself. */
  readonly made?: LookUp | Tally | Span;
}

/** A field of the row that this one names. */
export interface LookUp {
  readonly is: 'LOOK_UP';
  readonly from: string;
  readonly by: string;
  readonly take: string;
}

/** How many rows of another dataset name this one. */
export interface Tally {
  readonly is: 'TALLY';
  readonly of: string;
  readonly by: string;
  readonly where: Readonly<Record<string, string | boolean>>;
}

/** Days between two days of the row. */
export interface Span {
  readonly is: 'SPAN';
  readonly from: string;
  readonly to: string;
}

type Named = Pick<Field, 'en' | 'zh'>;

const named = (en: string, zh: string): Named => ({ en, zh });

export const code = (en: string, zh: string, values: readonly string[]): Field => ({
  kind: 'CODE',
  ...named(en, zh),
  values,
});
export const id = (en: string, zh: string): Field => ({ kind: 'ID', ...named(en, zh) });
export const name = (en: string, zh: string): Field => ({ kind: 'NAME', ...named(en, zh) });
export const list = (en: string, zh: string, values: readonly string[]): Field => ({
  kind: 'LIST',
  ...named(en, zh),
  values,
});
export const region = (en: string, zh: string): Field => ({ kind: 'REGION', ...named(en, zh) });
export const day = (en: string, zh: string): Field => ({ kind: 'DAY', ...named(en, zh) });
export const flag = (en: string, zh: string): Field => ({ kind: 'FLAG', ...named(en, zh) });
export const count = (en: string, zh: string, unit: Unit): Field => ({
  kind: 'COUNT',
  ...named(en, zh),
  unit,
});
export const number = (en: string, zh: string, unit: Unit): Field => ({
  kind: 'NUMBER',
  ...named(en, zh),
  unit,
});
export const fen = (en: string, zh: string): Field => ({ kind: 'FEN', ...named(en, zh), unit: 'fen' });

export const personal = (field: Field): Field => ({ ...field, personal: true });

export const lookUp = (field: Field, from: string, by: string, take: string): Field => ({
  ...field,
  made: { is: 'LOOK_UP', from, by, take },
});
export const tally = (
  field: Field,
  of: string,
  by: string,
  where: Readonly<Record<string, string | boolean>> = {},
): Field => ({ ...field, made: { is: 'TALLY', of, by, where } });
export const span = (en: string, zh: string, from: string, to: string): Field => ({
  ...count(en, zh, 'days'),
  made: { is: 'SPAN', from, to },
});

/** What is known of a field from events alone, and so has a column. */
export function toldFields({ fields }: Dataset): readonly (readonly [string, Field])[] {
  return Object.entries(fields).filter(([, { made }]) => made === undefined);
}

export function isPersonal({ fields }: Dataset, field: string): boolean {
  return fields[field]?.personal === true;
}
