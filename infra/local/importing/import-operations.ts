import type { ImportKindName } from '@qianshou/kernel';
import { type Operation, operation } from '../story/graph-client.ts';

export interface RowCounts {
  readonly rows: number;
  readonly new: number;
  readonly changed: number | null;
  readonly known: number;
  readonly refused: number;
}

export interface Finding {
  readonly line: number;
  readonly heading: string | null;
  readonly code: string;
  readonly message: string;
}

interface FindingList {
  readonly nodes: readonly Finding[];
  readonly totalCount: number | null;
}

export const SEVERITIES = ['ERROR', 'NOTICE', 'NOTE'] as const;

/** The first findings of each severity: notes are many, and hide no error. */
export type Findings = Readonly<Record<(typeof SEVERITIES)[number], FindingList>>;

export interface ImportRun {
  readonly id: string;
  readonly status: 'RECEIVING' | 'CHECKING' | 'CHECKED' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'STOPPED';
  readonly bytesReceived: number;
  readonly sizeBytes: number;
  readonly encoding: string | null;
  readonly check: RowCounts;
  readonly application: RowCounts;
  readonly progress: { readonly numerator: number; readonly denominator: number };
  readonly problem: { readonly code: string; readonly message: string } | null;
}

export type FoundRun = ImportRun & Findings;

export interface ImportColumn {
  readonly name: string;
  readonly heading: string;
  readonly required: boolean;
  readonly about: string;
  readonly example: string;
}

interface Answer {
  readonly answer: { readonly import: ImportRun };
}

export interface ImportOperations {
  readonly begin: Operation<Answer>;
  readonly add: Operation<Answer>;
  readonly apply: Operation<Answer>;
  readonly stop: Operation<Answer>;
  readonly find: Operation<{ readonly run: ImportRun }>;
  /** With its findings: asked for once, when there will be no more of them. */
  readonly findings: Operation<{ readonly run: FoundRun }>;
  readonly columns: Operation<{ readonly columns: readonly ImportColumn[] }>;
}

/** The service that owns a kind is in the names of its operations. */
const OWNERS: Readonly<Record<ImportKindName, 'Pairing' | 'Personnel' | 'Station' | 'Training' | 'Funding'>> =
  {
    AGENCIES: 'Pairing',
    PAIRINGS: 'Pairing',
    KEY_COUNTIES: 'Station',
    STATIONS: 'Station',
    VILLAGE_ROOMS: 'Station',
    SERVICE_RECORDS: 'Station',
    TRAINING_PARTICIPANTS: 'Training',
    SIGN_IN_LISTS: 'Training',
    ATTENDANCES: 'Training',
    BUDGETS: 'Funding',
    CONTRACTS: 'Funding',
    PAYMENTS: 'Funding',
    WORKERS: 'Personnel',
    EMPLOYMENTS: 'Personnel',
    QUALIFICATIONS: 'Personnel',
    EXAM_RESULTS: 'Personnel',
    POSTINGS: 'Personnel',
  };

const RUN = /* GraphQL */ `
  fragment Run on ImportRun {
    id
    status
    bytesReceived
    sizeBytes
    encoding
    check {
      rows
      new
      changed
      known
      refused
    }
    application {
      rows
      new
      changed
      known
      refused
    }
    progress {
      numerator
      denominator
    }
    problem {
      code
      message
    }
  }
`;

const FINDINGS = SEVERITIES.map(
  (severity) =>
    `${severity}: findings(step: $step, severities: [${severity}], first: 20) { nodes { line heading code message } totalCount }`,
).join(' ');

export function importOperations(kind: ImportKindName): ImportOperations {
  const owner = OWNERS[kind];
  const mutation = (verb: string, input: string, options = {}) =>
    operation<Answer>(
      `mutation ($input: ${input}!) { answer: ${verb}${owner}Import(input: $input) { import { ...Run } } } ${RUN}`,
      options,
    );
  const query = `${owner.toLowerCase()}Import`;
  return {
    begin: mutation('begin', 'BeginImportInput'),
    // A piece says where it begins: that is its key.
    add: mutation('addTo', 'AddToImportInput', { keyed: false }),
    apply: mutation('apply', 'ApplyImportInput'),
    stop: mutation('stop', 'StopImportInput'),
    find: operation(`query ($id: ID!) { run: ${query}(id: $id) { ...Run } } ${RUN}`),
    findings: operation(
      `query ($id: ID!, $step: ImportStep!) { run: ${query}(id: $id) { ...Run ${FINDINGS} } } ${RUN}`,
    ),
    columns: operation(
      `query ($kind: ImportKind!) { columns: ${query}Columns(kind: $kind) { name heading required about example } }`,
    ),
  };
}
