import { type Dataset, type Field, toldFields } from '../../domain/dataset/dataset.ts';

type Kind = Field['kind'];

const TYPES: Readonly<Record<Kind, string>> = {
  CODE: 'VARCHAR',
  ID: 'VARCHAR',
  NAME: 'VARCHAR',
  REGION: 'VARCHAR',
  LIST: 'VARCHAR[]',
  DAY: 'DATE',
  COUNT: 'BIGINT',
  FEN: 'BIGINT',
  NUMBER: 'DOUBLE',
  FLAG: 'BOOLEAN',
};

export function typeOf(kind: Kind): string {
  return TYPES[kind];
}

/** Names come from declarations alone; quoted, because some are words of SQL. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** Of a dataset: its versions, and which of them another one followed, from when on. Both are only added to. */
export function tablesOf(dataset: Dataset): readonly string[] {
  const columns = toldFields(dataset).map(([name, { kind }]) => `${quoted(name)} ${TYPES[kind]}`);
  return [
    `CREATE TABLE IF NOT EXISTS ${quoted(dataset.name)} (rid BIGINT, row_key VARCHAR, told_at TIMESTAMP, gone BOOLEAN, ${columns.join(', ')})`,
    `CREATE TABLE IF NOT EXISTS ${pastOf(dataset.name)} (rid BIGINT, told_at TIMESTAMP)`,
  ];
}

export function pastOf(dataset: string): string {
  return quoted(`${dataset}_past`);
}

export const OWN_TABLES = [
  'CREATE TABLE IF NOT EXISTS places (topic VARCHAR, part INTEGER, next BIGINT)',
  'CREATE TABLE IF NOT EXISTS about (name VARCHAR, value VARCHAR)',
];
