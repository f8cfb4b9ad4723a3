import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import type * as Kafkajs from 'kafkajs';

/** Calls of `kafka-acls.sh --add`, as far as the script of docker-compose.yml makes them: the tool is in the image alone. */
const kafkajs = createRequire(import.meta.url)('kafkajs') as typeof Kafkajs;
const [broker = '', file = ''] = process.argv.slice(2);
const calls = JSON.parse(readFileSync(file, 'utf8')) as readonly string[][];

function entriesOf(args: string[]): Kafkajs.AclEntry[] {
  const { values } = parseArgs({
    args,
    options: {
      'bootstrap-server': { type: 'string' },
      add: { type: 'boolean' },
      'allow-principal': { type: 'string', multiple: true, default: [] },
      operation: { type: 'string', multiple: true, default: [] },
      topic: { type: 'string', multiple: true, default: [] },
      group: { type: 'string', multiple: true, default: [] },
      'resource-pattern-type': { type: 'string', default: 'literal' },
    },
  });
  const { TOPIC, GROUP } = kafkajs.AclResourceTypes;
  const resources = [
    ...values.topic.map((resourceName) => ({ resourceType: TOPIC, resourceName })),
    ...values.group.map((resourceName) => ({ resourceType: GROUP, resourceName })),
  ];
  const pattern = values['resource-pattern-type'].toUpperCase() as 'LITERAL' | 'PREFIXED';
  const rest = {
    host: '*',
    permissionType: kafkajs.AclPermissionTypes.ALLOW,
    resourcePatternType: kafkajs.ResourcePatternTypes[pattern],
  };
  return values['allow-principal'].flatMap((principal) =>
    values.operation.flatMap((name) =>
      resources.map((resource) => ({ ...resource, ...rest, principal, operation: operationOf(name) })),
    ),
  );
}

/** `DescribeConfigs` is DESCRIBE_CONFIGS there. */
function operationOf(name: string): Kafkajs.AclOperationTypes {
  const written = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return kafkajs.AclOperationTypes[written as keyof typeof Kafkajs.AclOperationTypes];
}

const admin = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING }).admin();
await admin.connect();
await admin.createAcls({ acl: calls.flatMap(entriesOf) });
await admin.disconnect();
