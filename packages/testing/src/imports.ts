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
        heading
        value
        readAs
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
    changed
    known
    refused
    findings
  }
`;

interface ImportOperations {
  readonly begin: (file: Buffer | string, announced?: Partial<AnnouncedFile>) => Promise<Answer>;
  readonly add: (importId: string, offset: number, bytes: Buffer) => Promise<Answer>;
  readonly apply: (importId: string, input?: Record<string, unknown>) => Promise<Answer>;
  readonly stop: (importId: string) => Promise<Answer>;
  readonly find: (importId: string) => Promise<any>;
}

interface ImportSteps {
  /** Waits until nothing happens by itself any more. */
  readonly settled: (importId: string) => Promise<any>;
  /** Begins, sends and waits for the dry run. */
  readonly check: (file: Buffer | string, announced?: Partial<AnnouncedFile>) => Promise<any>;
  /** All of it: what was checked is applied, refused rows left out. */
  readonly bringIn: (file: Buffer | string) => Promise<any>;
}

export type ImportUnderTest = ImportOperations & ImportSteps;

export interface AnnouncedFile {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly update?: boolean;
}

const SETTLED = ['CHECKED', 'APPLIED', 'FAILED', 'STOPPED'];

/** A client of a service's imports, e.g. of `beginStationImport`: sends a file in pieces and waits for what comes of it. */
export function importing<UseCases, Loaders>(
  graph: SubgraphUnderTest<UseCases, Loaders>,
  {
    of,
    kind,
    actor,
  }: {
    readonly of: 'Station' | 'Pairing' | 'Training' | 'Funding' | 'Personnel';
    readonly kind: ImportKindName;
    readonly actor: Actor;
  },
): ImportUnderTest {
  const run = (operation: string, type: string, input: object): Promise<Answer> =>
    graph.execute(
      `mutation ($input: ${type}!) { answer: ${operation}${of}Import(input: $input) { import { ...Run } } } ${RUN}`,
      { input },
      actor,
    );
  const operations: ImportOperations = {
    begin: (file, announced = {}) =>
      run('begin', 'BeginImportInput', { kind, ...announcementOf(Buffer.from(file)), ...announced }),
    add: (importId, offset, bytes) =>
      run('addTo', 'AddToImportInput', { importId, offset, content: [bytes.toString('base64')] }),
    apply: (importId, input = {}) => run('apply', 'ApplyImportInput', { importId, ...input }),
    stop: (importId) => run('stop', 'StopImportInput', { importId }),
    find: async (importId) => {
      const query = `query ($id: ID!) { run: ${of.toLowerCase()}Import(id: $id) { ...Run } } ${RUN}`;
      return (await graph.execute(query, { id: importId }, actor)).data.run;
    },
  };
  return { ...operations, ...stepsOf(operations) };
}

function announcementOf(bytes: Buffer): AnnouncedFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { fileName: '演示.csv', sizeBytes: bytes.length, sha256 };
}

function stepsOf({ begin, add, apply, find }: ImportOperations): ImportSteps {
  const settled: ImportSteps['settled'] = (importId) =>
    eventually(async () => {
      const found = await find(importId);
      if (!SETTLED.includes(found.status)) throw new Error(`still ${found.status}`);
      return found;
    });
  const check: ImportSteps['check'] = async (file, announced) => {
    const begun = await begin(file, announced);
    const { id } = begun.data.answer.import;
    await add(id, 0, Buffer.from(file));
    return settled(id);
  };
  return {
    settled,
    check,
    bringIn: async (file) => {
      const { id } = await check(file);
      const { code } = await apply(id, { acceptRefusedRows: true });
      if (code !== undefined) throw new Error(`the import was not applied: ${code}`);
      return settled(id);
    },
  };
}

/** The part of the service's process that works imports off; returns how it is stopped. */
export function workOffImports<UseCases, Loaders>(
  graph: SubgraphUnderTest<UseCases, Loaders>,
): () => Promise<void> {
  const running = graph.imports?.start({
    logger: createLogger({ service: 'imports', level: 'fatal' }),
  });
  return async () => running?.stop();
}
