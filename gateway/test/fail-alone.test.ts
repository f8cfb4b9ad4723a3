import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const supergraph = parse(readFileSync(join(import.meta.dirname, '../supergraph.graphql'), 'utf8'));
const types = supergraph.definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
const isEntity = new Set(types.filter(hasKey).map(({ name }) => name.value));

/** What is worked out from other records whenever it is asked for. */
const COMPUTED = ['allowedActions', 'checks', 'haves', 'warnings'];

function hasKey({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  return directives.some((each) => each.name.value === 'join__type' && argumentOf(each, 'key') !== undefined);
}

function argumentOf(
  directive: NonNullable<ObjectTypeDefinitionNode['directives']>[number],
  name: string,
): unknown {
  const given = directive.arguments?.find((each) => each.name.value === name);
  return given && valueFromASTUntyped(given.value);
}

function graphsOf(node: ObjectTypeDefinitionNode | FieldDefinitionNode, name: string): readonly string[] {
  const found = (node.directives ?? []).filter((each) => each.name.value === name);
  return found.flatMap((each) => (argumentOf(each, 'graph') as string | undefined) ?? []);
}

/** The graph with the most fields of a type of several: the owner's, since the others add a few. */
function ownerOf(type: ObjectTypeDefinitionNode): string | undefined {
  const count = (graph: string): number =>
    (type.fields ?? []).filter((field) => graphsOf(field, 'join__field').includes(graph)).length;
  return graphsOf(type, 'join__type').toSorted((one, other) => count(other) - count(one))[0];
}

const owners = new Map(types.map((type) => [type.name.value, ownerOf(type)]));

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** The rows of a page and what a command has just written are the list's and the command's own. */
function isOwnRow(type: string, field: string): boolean {
  if (type.endsWith('Connection')) return field === 'nodes';
  if (type.endsWith('Edge')) return field === 'node';
  return type.endsWith('Payload');
}

function fieldsWhere(
  violates: (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) => boolean,
): readonly string[] {
  return types
    .filter(({ name }) => name.value !== 'Mutation')
    .flatMap((type) =>
      (type.fields ?? [])
        .filter((field) => violates(type, field))
        .map((field) => `${type.name.value}.${field.name.value}`),
    );
}

const isRequired = ({ type }: FieldDefinitionNode): boolean => type.kind === Kind.NON_NULL_TYPE;

describe('a field that fails takes nothing else of the answer along', () => {
  it('at the root: a stopped service costs the fields asked of it', () => {
    expect(fieldsWhere((type, field) => type.name.value === 'Query' && isRequired(field))).toEqual([]);
  });

  it('where it refers to an object of another aggregate or service', () => {
    const refers = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): boolean =>
      isEntity.has(namedType(field.type)) && !isOwnRow(type.name.value, field.name.value);

    expect(fieldsWhere((type, field) => refers(type, field) && isRequired(field))).toEqual([]);
  });

  it('where it lists objects of another service: each of them fails alone', () => {
    const ofAnother = (field: FieldDefinitionNode, type: ObjectTypeDefinitionNode): boolean => {
      const graphs = graphsOf(field, 'join__field');
      const here = graphs.length > 0 ? graphs : graphsOf(type, 'join__type');
      return !here.includes(owners.get(namedType(field.type)) ?? '');
    };
    const requiresItems = ({ type }: FieldDefinitionNode): boolean => {
      const list = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      return list.kind === Kind.LIST_TYPE && list.type.kind === Kind.NON_NULL_TYPE;
    };

    const violates = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): boolean =>
      isEntity.has(namedType(field.type)) && requiresItems(field) && ofAnother(field, type);
    expect(fieldsWhere(violates)).toEqual([]);
  });

  it('where another service adds it to a type', () => {
    const isAdded = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): boolean => {
      const graphs = graphsOf(field, 'join__field');
      return graphs.length > 0 && !graphs.includes(owners.get(type.name.value) ?? '');
    };

    expect(
      fieldsWhere(
        (type, field) => isEntity.has(type.name.value) && isAdded(type, field) && isRequired(field),
      ),
    ).toEqual([]);
  });

  it('where it is worked out when it is asked for', () => {
    expect(fieldsWhere((_type, field) => COMPUTED.includes(field.name.value) && isRequired(field))).toEqual(
      [],
    );
  });
});
