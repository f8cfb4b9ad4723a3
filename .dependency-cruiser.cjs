// Who may import whom: the table of the architecture, a reason a rule. `npm run check` fails when one is broken.

const TEST = '(\\.test\\.ts$|\\.bench\\.ts$|/test/|/bench/)';
const OWN = '^services/$1/src';
const KERNEL = '^packages/kernel/src/';
const EVENTS = '^packages/events/src/';
const KIT = '^packages/service-kit/src/';
const npm = (name) => `node_modules/${name}/`;

/** A ring of a service may import what is listed, and nothing else: no package, no module of Node either. */
const ring = (name, allowed, comment) => ({
  name: `ring-${name}`,
  comment,
  severity: 'error',
  from: { path: `^services/([^/]+)/src/${name}/`, pathNot: TEST },
  to: { pathNot: allowed },
});

const rings = [
  ring(
    'domain',
    [`${OWN}/domain/`, KERNEL],
    'The domain is pure: what it decides must not depend on a clock, a server or a library, so that it can be read and tested alone.',
  ),
  ring(
    'application',
    [`${OWN}/(domain|application)/`, KERNEL, EVENTS],
    'A use case knows its ports, not who stands behind them: adapters can change without it.',
  ),
  ring(
    'graphql',
    [`${OWN}/(domain|application|graphql)/`, KERNEL, KIT, npm('graphql'), npm('dataloader')],
    'Resolvers translate: what they need they ask of a use case, never of the database or the broker.',
  ),
  ring(
    'persistence',
    [
      `${OWN}/(domain|persistence)/`,
      `${OWN}/application/ports\\.ts$`,
      `${OWN}/application/[a-z-]+/ports\\.ts$`,
      `${OWN}/application/[a-z-]*-ports\\.ts$`,
      KERNEL,
      KIT,
      npm('mongoose'),
      '^node:(crypto|fs|path)$|^(crypto|fs|path)$',
      npm('@duckdb'),
    ],
    'Persistence fills the ports of the application and knows nothing of who calls them.',
  ),
  ring(
    'messaging',
    [`${OWN}/(domain|application|messaging)/`, KERNEL, EVENTS, KIT],
    'Messaging turns events into use cases and back; it stores nothing itself.',
  ),
  {
    name: 'application-knows-events-as-types',
    comment: 'A use case reads what an event says; making and parsing events is the work of messaging.',
    severity: 'error',
    from: { path: '^services/[^/]+/src/application/', pathNot: TEST },
    to: { path: EVENTS, dependencyTypesNot: ['type-only'] },
  },
];

const borders = [
  {
    name: 'services-do-not-know-each-other',
    comment:
      'What a service needs of another it learns from events: else one cannot be released or stopped alone.',
    severity: 'error',
    from: { path: '^services/([^/]+)/' },
    to: { path: '^services/', pathNot: '^services/$1/' },
  },
  {
    name: 'packages-do-not-know-services',
    comment: 'Packages are below the services. Only the harness of tests puts services together.',
    severity: 'error',
    from: { path: '^packages/', pathNot: '^packages/testing/' },
    to: { path: '^(services|gateway)/' },
  },
  {
    name: 'gateway-does-not-know-services',
    comment: 'The gateway reads contracts (SDL), never code: a service can be replaced without it.',
    severity: 'error',
    from: { path: '^gateway/', pathNot: TEST },
    to: { path: '^services/' },
  },
  {
    name: 'kernel-stands-alone',
    comment: 'Every domain imports the kernel: whatever it imported would be in every domain.',
    severity: 'error',
    from: { path: KERNEL, pathNot: TEST },
    to: { pathNot: KERNEL },
  },
  {
    name: 'client-stands-alone',
    comment: 'Applications load it into browsers: whatever it imported would be sent to every one of them.',
    severity: 'error',
    from: { path: '^packages/client/src/', pathNot: TEST },
    to: {
      pathNot: ['^packages/client/src/', '^@graphql-typed-document-node/core$'],
    },
  },
  {
    name: 'events-are-kernel-and-zod',
    comment:
      'The published language is read by every service, and by others: it must not bring plumbing along.',
    severity: 'error',
    from: { path: EVENTS, pathNot: TEST },
    to: { pathNot: [EVENTS, KERNEL, npm('zod')], dependencyTypesNot: ['core'] },
  },
  {
    name: 'product-does-not-know-infra',
    comment: 'What runs on a laptop and what runs in production share no code but the product itself.',
    severity: 'error',
    from: { path: '^(services|gateway|packages)/', pathNot: ['^packages/testing/', TEST] },
    to: { path: '^infra/' },
  },
];

const libraries = [
  {
    name: 'kafkajs-in-one-folder',
    comment:
      'kafkajs has traps that are stepped around in one place; another client can take its place there.',
    severity: 'error',
    // The process of a test is the administrator's tool, which no part of the product is.
    from: { pathNot: ['^packages/service-kit/src/kafka/', '^packages/service-kit/test/kafka-acls'] },
    to: { path: npm('kafkajs') },
  },
  {
    name: 'mongoose-in-persistence',
    comment: 'Documents and sessions stay behind the repositories.',
    severity: 'error',
    from: {
      pathNot: [
        '^services/[^/]+/src/persistence/',
        '^packages/service-kit/',
        '^packages/testing/',
        '^infra/local/servers/',
        TEST,
      ],
    },
    to: { path: npm('mongoose') },
  },
];

/** What the persistence of a service imports; see the file itself. */
const FACES = '^packages/service-kit/src/[a-z]+/index\\.ts$';
const floor = (name, mayKnow, comment) => ({
  name: `floor-${name}`,
  comment,
  severity: 'error',
  from: { path: `${KIT}${name}/`, pathNot: [TEST, FACES] },
  to: { path: KIT, pathNot: `${KIT}(${[name, ...mayKnow].join('|')})[/.]` },
});

const floors = [
  floor(
    'mongo',
    ['faults', 'scope', 'work', 'audit/canonical-json'],
    'Connection and transaction are the ground: leases, the outbox and aggregates stand on them.',
  ),
  floor(
    'lease',
    ['faults', 'logging', 'loops', 'mongo'],
    'A lease is a document: it knows nothing of what is led with it.',
  ),
  floor(
    'outbox',
    ['faults', 'kafka', 'lease', 'logging', 'loops', 'mongo', 'scope', 'signing'],
    'Aggregates write into the outbox; it reads none of them.',
  ),
  {
    name: 'kit-imports-files',
    comment:
      'The index of a folder is its face to services. Within the kit it would bring along what nobody there asked for.',
    severity: 'error',
    from: { path: KIT, pathNot: [TEST, FACES] },
    to: { path: FACES },
  },
];

const hygiene = [
  {
    name: 'tests-are-for-tests',
    comment: 'What only tests need must not reach production by an import.',
    severity: 'error',
    // `npm run bench` and `npm run attack` are commands of the local system.
    from: { pathNot: [TEST, '^packages/testing/', '^infra/local/(bench|attack)'] },
    to: { path: TEST, pathNot: '^packages/testing/' },
  },
  {
    name: 'no-cycles-at-run-time',
    comment: 'In a cycle, what is loaded first decides what is undefined. Types may point at each other.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-cycles-of-types-either',
    comment:
      'Files of which each needs the other to be understood are one file, or one of them holds what is of neither.',
    severity: 'error',
    // What is generated of the schema names the types that stand behind it, and these may name it.
    from: { path: '^(services|packages|gateway|infra)/' },
    to: { circular: true, viaNot: '/generated/' },
  },
  {
    name: 'everything-resolves',
    comment: 'A module that is not there fails when it is loaded, which may be in production.',
    severity: 'error',
    from: {},
    // Declarations alone: there is nothing of it to load.
    to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
  },
  {
    name: 'declared-dependencies-only',
    comment: 'A package that is not in the package.json of its importer is there by luck.',
    severity: 'error',
    from: { pathNot: ['^[^/]+\\.ts$'] },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

module.exports = {
  forbidden: [...rings, ...borders, ...libraries, ...floors, ...hygiene],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
