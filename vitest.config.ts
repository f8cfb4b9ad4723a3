import { defineConfig } from 'vitest/config';

const SERVER_TESTS = ['**/*.subgraph.test.ts', '**/*.access.test.ts'];
const SUPERGRAPH_TESTS = ['**/*.supergraph.test.ts'];
const BROKER_TESTS = ['**/*.broker.test.ts'];
const NEVER = ['**/node_modules/**', '.local/**'];
// Node runs the TypeScript itself, as in production. Vite's own loader would bring a second copy of graphql (its ES
// module beside the CommonJS one that Apollo requires), and the two refuse each other's schemas.
const AS_IN_PRODUCTION = { viteModuleRunner: false };

const config = defineConfig({
  test: {
    pool: 'forks',
    // The mongod and the broker of the run want a share of the machine as well.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          experimental: AS_IN_PRODUCTION,
          include: ['**/*.test.ts'],
          exclude: [...NEVER, ...SERVER_TESTS, ...SUPERGRAPH_TESTS, ...BROKER_TESTS],
          isolate: false,
          // Some start a process, and the machine may be busy.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          experimental: AS_IN_PRODUCTION,
          include: SERVER_TESTS,
          exclude: NEVER,
          globalSetup: ['packages/testing/src/run-databases.ts'],
          // Loading Apollo and mongoose takes longer than most tests; every file has its own database anyway.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'supergraph',
          experimental: AS_IN_PRODUCTION,
          include: SUPERGRAPH_TESTS,
          exclude: NEVER,
          globalSetup: ['gateway/test/supergraph/system-under-test.ts'],
          // One system for all files: what one changes, another would see.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'broker',
          experimental: AS_IN_PRODUCTION,
          include: BROKER_TESTS,
          exclude: NEVER,
          // These kill servers of their own and wait for them, each in a process of its own: three wait beside each other.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

export default config;
