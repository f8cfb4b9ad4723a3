import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql';

const SERVICES = join(import.meta.dirname, '../../../services');

/** What people see in place of each value of an enum, as the contract of a service describes it. */
export function schemaLabels(
  service: string,
  name: string,
): readonly { readonly value: string; readonly labels: readonly string[] }[] {
  const found = contractsOf(join(SERVICES, service)).flatMap((file) =>
    parse(readFileSync(file, 'utf8')).definitions.filter(
      (definition): definition is EnumTypeDefinitionNode =>
        definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === name,
    ),
  );
  return found.flatMap(({ values = [] }) =>
    values.map(({ name: { value }, description }) => ({ value, labels: labelsIn(description?.value ?? '') })),
  );
}

/** `English label; more (中文).` */
function labelsIn(description: string): readonly string[] {
  const [, en = '', zh = ''] = /^([^;(]+)[^(]*\(([^)]+)\)\.$/.exec(description) ?? [];
  return [en.trim(), zh.trim()];
}

/** `schema.graphql`, or a folder of one file an area. */
function contractsOf(folder: string): readonly string[] {
  const areas = join(folder, 'schema');
  const files = existsSync(areas) ? readdirSync(areas).map((file) => join(areas, file)) : [];
  const whole = join(folder, 'schema.graphql');
  return [...files.filter((file) => file.endsWith('.graphql')), ...(existsSync(whole) ? [whole] : [])];
}
