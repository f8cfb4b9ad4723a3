import { join } from 'node:path';
import { type ActionOperations, readSdl } from '@qianshou/service-kit/graphql';
import {
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { CHECKED_OBJECTS } from '../../services/station/src/domain/reference/checked-objects.ts';
import { actionOperations as funding } from '../../services/funding/src/graphql/action-operations.ts';
import { actionOperations as pairing } from '../../services/pairing/src/graphql/action-operations.ts';
import { actionOperations as personnel } from '../../services/personnel/src/graphql/action-operations.ts';
import { actionOperations as station } from '../../services/station/src/graphql/action-operations.ts';
import { actionOperations as training } from '../../services/training/src/graphql/action-operations.ts';
import { REPOSITORY } from './places.ts';

/** Kinds with `allowedActions` of which `actionCheck` is not asked. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  ExamAttempt: 'a part of its worker, which is not found by an id of its own',
  ImportRun: 'its id does not say of which service it is, and its status says all',
  Registration: 'a part of its worker, which is not found by an id of its own',
};

const SERVICES = { funding, pairing, personnel, station, training };

type CheckedKind = ActionOperations[string];

describe.each(Object.entries(SERVICES))('the actions of %s', (service, kinds) => {
  const contract = contractOf(service);

  it('are all known to actionCheck, with the mutation that does each', () => {
    const declared = Object.fromEntries(
      contract.actions
        .filter(([type]) => !(type in NOT_ASKED))
        .map(([type, values]) => [type, values.toSorted()]),
    );
    const known = Object.fromEntries(
      Object.entries(kinds).map(([type, { operations }]) => [type, Object.keys(operations).toSorted()]),
    );

    expect(known).toEqual(declared);
  });

  it('name a mutation whose input takes the id of the object', () => {
    const strays = Object.entries<CheckedKind>(kinds).flatMap(([type, { by: own, operations }]) =>
      Object.entries(operations).flatMap(([action, found]) => {
        const { operation, by } = typeof found === 'string' ? { operation: found, by: own } : found;
        const fields = contract.inputs[operation];
        return fields !== undefined && (by === null || fields.includes(by)) ? [] : [`${type}.${action}`];
      }),
    );

    expect(strays).toEqual([]);
  });

  it('are asked of the service whose ids they are', () => {
    const owner = `${service.charAt(0).toUpperCase()}${service.slice(1)}` as keyof typeof CHECKED_OBJECTS;

    expect(new Set(Object.values(kinds).map(({ prefix }) => prefix))).toEqual(
      new Set(CHECKED_OBJECTS[owner]),
    );
  });
});

function contractOf(service: string) {
  const { definitions } = parse(readSdl(join(REPOSITORY, 'services', service)));
  const enums = new Map(
    definitions
      .filter((each): each is EnumTypeDefinitionNode => each.kind === Kind.ENUM_TYPE_DEFINITION)
      .map(({ name, values = [] }) => [name.value, values.map((value) => value.name.value)]),
  );
  const inputs = new Map(
    definitions
      .filter(
        (each): each is InputObjectTypeDefinitionNode => each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION,
      )
      .map(({ name, fields = [] }) => [name.value, fields.map((field) => field.name.value)]),
  );
  const objects = definitions.filter(
    (each): each is ObjectTypeDefinitionNode => 'fields' in each && each.kind.startsWith('Object'),
  );
  const fieldsNamed = (isMeant: (type: string, field: FieldDefinitionNode) => boolean) =>
    objects.flatMap(({ name, fields = [] }) =>
      fields.filter((field) => isMeant(name.value, field)).map((field) => [name.value, field] as const),
    );
  return {
    actions: fieldsNamed((_type, field) => field.name.value === 'allowedActions').map(
      ([type, field]) => [type, enums.get(named(field.type)) ?? []] as const,
    ),
    inputs: Object.fromEntries(
      fieldsNamed((type) => type === 'Mutation').map(([, { name, arguments: given = [] }]) => [
        name.value,
        given.flatMap(({ type }) => inputs.get(named(type)) ?? []),
      ]),
    ),
  };
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
