import { buildSchema, type GraphQLEnumType, type GraphQLEnumValue, isEnumType } from 'graphql';
import { type Bilingual, readBilingual } from './bilingual.ts';
import { composeSupergraph } from './composition.ts';
import type { GeneratedFile } from './generated-file.ts';

/** What people see in place of an enum value, as the station service answers it. */
export interface EnumLabel extends Bilingual {
  readonly type: string;
  readonly value: string;
}

/** Machinery of composition and of introspection. */
const NOT_OF_THE_GRAPH = /^(join__|link__|__)/;

/** Every enum value of the graph with its labels, made from the descriptions of all contracts. */
export function enumLabels(supergraph: string = composeSupergraph().file.content): GeneratedFile {
  const labels = labelsOf(supergraph).map((label) => JSON.stringify(label));
  return { path: 'services/station/data/enum-labels.json', content: `[\n${labels.join(',\n')}\n]\n` };
}

/** @throws naming every value whose description does not say both languages. */
export function labelsOf(supergraph: string): readonly EnumLabel[] {
  const types = Object.values(buildSchema(supergraph, { assumeValidSDL: true }).getTypeMap());
  const enums = types.filter(isEnumType).filter(({ name }) => !NOT_OF_THE_GRAPH.test(name));
  const values = enums.flatMap((type) => type.getValues().map((value) => ({ type, value })));
  const labels = values.map(labelOf);
  const unlabelled = values.filter((_value, at) => labels[at] === null).map(nameOf);
  if (unlabelled.length > 0)
    throw new Error(
      `These enum values need a description "English label; what else is to be said (中文术语).": ${unlabelled.join(', ')}`,
    );
  return labels.filter((label) => label !== null).toSorted(byType);
}

interface NamedValue {
  readonly type: GraphQLEnumType;
  readonly value: GraphQLEnumValue;
}

/** The label ends at the first semicolon; what follows explains. A label is for people: no name of an operation. */
function labelOf({ type, value }: NamedValue): EnumLabel | null {
  const said = readBilingual(value.description ?? '');
  const [en = ''] = said?.en.split(';') ?? [];
  if (said === null || !/^[A-Z0-9]/.test(en)) return null;
  return { type: type.name, value: value.name, zh: said.zh, en };
}

function nameOf({ type, value }: NamedValue): string {
  return `${type.name}.${value.name}`;
}

/** Types in the order of their names; the values of a type stay in the order of the contract. */
function byType(one: EnumLabel, other: EnumLabel): number {
  return Number(one.type > other.type) - Number(one.type < other.type);
}
