import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

const PRELUDE = ['graphql/kit.graphql', 'imports/import.graphql', 'audit/audit.graphql'].map(
  (file) => `packages/service-kit/src/${file}`,
);

/** The kit's types that stand behind the prelude, in every service alike. */
const PRELUDE_MAPPERS = {
  AuditEntry: '@qianshou/service-kit/audit#ReadEntry',
  AuditEntryConnection: '@qianshou/service-kit/audit#AuditEntryPage',
  AuditHead: '@qianshou/service-kit/audit#ToldHead',
  ImportColumn: '@qianshou/kernel#ImportColumn as ImportColumnState',
  ImportCounts: '@qianshou/service-kit/imports#RowCounts',
  ImportFinding: '@qianshou/kernel#RowFinding',
  ImportFindingConnection: '@qianshou/service-kit/imports#ImportFindingPage',
  ImportProblem: '@qianshou/service-kit/imports#ImportProblem as ImportProblemState',
  ImportRun: '@qianshou/service-kit/imports#ImportRun as ImportRunState',
  ImportRunConnection: '@qianshou/service-kit/imports#ImportRunPage',
  Warning: '@qianshou/kernel#Warning as WarningState',
};

type Outputs = CodegenConfig['generates'];

/** A service's contract is `schema.graphql`, or `schema/<area>.graphql` once it is split. */
function contractOf(service: string): string | null {
  if (existsSync(`services/${service}/schema`)) return `services/${service}/schema/*.graphql`;
  const single = `services/${service}/schema.graphql`;
  return existsSync(single) ? single : null;
}

/** Which type of the service stands behind a GraphQL type that is not passed on as it is. */
function mappersOf(service: string): Record<string, string> {
  const file = `services/${service}/codegen.mappers.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

function outputsOf(service: string): Outputs {
  const contract = contractOf(service);
  if (contract === null) return {};
  const file = join('services', service, 'src/graphql/generated/resolvers.ts');
  return {
    [file]: {
      schema: [...PRELUDE, contract],
      plugins: ['typescript', 'typescript-resolvers'],
      config: { ...config, mappers: { ...PRELUDE_MAPPERS, ...mappersOf(service) } },
    },
  };
}

/** What clients write in place of the scalars of the graph. */
const WORDS = { input: 'string', output: 'string' };

/** The questions of `docs/queries` for frontends, each with the types of its variables and its answer. */
const clientDocuments: Outputs = {
  'packages/client/src/generated/documents.ts': {
    schema: 'packages/client/schema.graphql',
    documents: 'docs/queries/*.graphql',
    plugins: ['typescript-operations', 'typed-document-node'],
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      onlyOperationTypes: true,
      strictScalars: true,
      useTypeImports: true,
      scalars: {
        RegionCode: WORDS,
        Date: WORDS,
        DateTime: WORDS,
        Fen: WORDS,
        UnifiedSocialCreditCode: WORDS,
        PageSize: { input: 'number', output: 'number' },
      },
    },
  },
};

const config = {
  federation: true,
  contextType: '../context.ts#Context',
  enumsAsTypes: true,
  strictScalars: true,
  useTypeImports: true,
  scalars: {
    RegionCode: '@qianshou/kernel#RegionCode',
    Date: '@qianshou/kernel#CalendarDate',
    DateTime: 'Date',
    Fen: '@qianshou/kernel#Fen',
    UnifiedSocialCreditCode: '@qianshou/kernel#UnifiedSocialCreditCode',
    PageSize: 'number',
    // Machinery of federation: never read by a resolver of ours.
    _FieldSet: 'string',
  },
  maybeValue: 'T | null | undefined',
  inputMaybeValue: 'T | null | undefined',
  // A root field without a resolver does not compile; an argument with a default is always there.
  avoidOptionals: { query: true, mutation: true, subscription: true, defaultValue: true },
};

const codegen: CodegenConfig = {
  importExtension: '.ts',
  emitLegacyCommonJSImports: false,
  generates: Object.assign(clientDocuments, ...readdirSync('services').toSorted().map(outputsOf)) as Outputs,
};

export default codegen;
