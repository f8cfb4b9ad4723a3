import { createHash } from 'node:crypto';
import type { Actor, ImportKindName } from '@qianshou/kernel';
import { createLogger } from '@qianshou/service-kit/logging';
import { eventually } from './eventually.ts';
import type { Answer, SubgraphUnderTest } from './subgraph.ts';

const RUN = /* GraphQL */ `
  fragment Run on ImportRun {
    id
    status
    version
    encoding
    bytesReceived
    allowedActions
    check {
      ...Counts
    }
    application {
      ...Counts
    }
    progress {
      numerator
      denominator
    }
    problem {
      code
      message
    }
    checked: findings(step: CHECK, first: 100) {
      nodes {
        line
        column
        severity
        code
        message
      }
    }
    applied: findings(step: APPLICATION, first: 100) {
      nodes {
        line
        column
        severity
        code
      }
    }
  }
  fragment Counts on ImportCounts {
    rows
    new
    known
    refused
    findings
  }
`;

export interface ImportUnderTest {
  readonly begin: (file: Buffer | string, announced?: Partial<AnnouncedFile>) => Promise<Answer>;
  readonly add: (importId: string, offset: number, bytes: Buffer) => Promise<Answer>;
  readonly apply: (importId: string, input?: Record<string, unknown>) => Promise<Answer>;
  readonly stop: (importId: string) => Promise<Answer>;
  readonly find: (importId: string) => Promise<any>;
  /** Begins, sends and waits for the dry run. */
  readonly check: (file: Buffer | string, announced?: Partial<AnnouncedFile>) => Promise<any>;
  /** All of it: what was checked is applied, refused rows left out. */
  readonly bringIn: (file: Buffer | string) => Promise<any>;
}

export interface AnnouncedFile {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const SETTLED = ['CHECKED', 'APPLIED', 'FAILED', 'STOPPED'];

/** A client of a service's imports, e.g. of `beginStationImport`: sends a file in pieces and waits for what comes of it. */
export function importing<UseCases, Loaders>(
  graph: SubgraphUnderTest<UseCases, Loaders>,
  {
    of,
    kind,
    actor,
  }: { readonly of: 'Station' | 'Pairing'; readonly kind: ImportKindName; readonly actor: Actor },
): ImportUnderTest {
  const field = `${of.toLowerCase()}Import`;
  const run = (operation: string, type: string, input: object): Promise<Answer> =>
    graph.execute(
      `mutation ($input: ${type}!) { answer: ${operation}${of}Import(input: $input) { import { ...Run } } } ${RUN}`,
      { input },
      actor,
    );
  const begin: ImportUnderTest['begin'] = (file, announced = {}) => {
    const bytes = Buffer.from(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const input = { kind, fileName: '演示.csv', sizeBytes: bytes.length, sha256, ...announced };
    return run('begin', 'BeginImportInput', input);
  };
  const add: ImportUnderTest['add'] = (importId, offset, bytes) =>
    run('addTo', 'AddToImportInput', { importId, offset, content: [bytes.toString('base64')] });
  const find: ImportUnderTest['find'] = async (importId) =>
    (
      await graph.execute(
        `query ($id: ID!) { run: ${field}(id: $id) { ...Run } } ${RUN}`,
        { id: importId },
        actor,
      )
    ).data.run;
  const settled = async (importId: string): Promise<any> =>
    eventually(async () => {
      const found = await find(importId);
      if (!SETTLED.includes(found.status)) throw new Error(`still ${found.status}`);
      return found;
    });
  const check: ImportUnderTest['check'] = async (file, announced) => {
    const begun = await begin(file, announced);
    const { id } = begun.data.answer.import;
    await add(id, 0, Buffer.from(file));
    return settled(id);
  };
  const apply: ImportUnderTest['apply'] = (importId, input = {}) =>
    run('apply', 'ApplyImportInput', { importId, ...input });
  return {
    begin,
    add,
    apply,
    stop: (importId) => run('stop', 'StopImportInput', { importId }),
    find,
    check,
    bringIn: async (file) => {
      const { id } = await check(file);
      await apply(id, { acceptRefusedRows: true });
      return settled(id);
    },
  };
}

/** The part of the service's process that works imports off; returns how it is stopped. */
export function workOffImports<UseCases, Loaders>(
  graph: SubgraphUnderTest<UseCases, Loaders>,
): () => Promise<void> {
  const running = graph.imports?.start(createLogger({ service: 'station', level: 'fatal' }));
  return async () => running?.stop();
}
