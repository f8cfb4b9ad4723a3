import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import type * as Kafkajs from 'kafkajs';

/** `kafka-acls.sh --add` as far as the script of docker-compose.yml speaks it; the real tool is in the image alone. */
const kafkajs = createRequire(import.meta.url)('kafkajs') as typeof Kafkajs;
const { values } = parseArgs({
  options: {
    'bootstrap-server': { type: 'string', default: '' },
    add: { type: 'boolean', default: false },
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

/** `DescribeConfigs` is DESCRIBE_CONFIGS there. */
function operationOf(name: string): Kafkajs.AclOperationTypes {
  const written = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return kafkajs.AclOperationTypes[written as keyof typeof Kafkajs.AclOperationTypes];
}

const brokers = [values['bootstrap-server']];
const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
await admin.connect();
await admin.createAcls({
  acl: values['allow-principal'].flatMap((principal) =>
    values.operation.flatMap((operation) =>
      resources.map((resource) => ({
        ...resource,
        principal,
        host: '*',
        operation: operationOf(operation),
        permissionType: kafkajs.AclPermissionTypes.ALLOW,
        resourcePatternType: kafkajs.ResourcePatternTypes[pattern],
      })),
    ),
  ),
});
await admin.disconnect();
