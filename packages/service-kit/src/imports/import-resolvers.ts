import {
  badInput,
  type FindingSeverity,
  type ImportColumn,
  type ImportKindName,
  isMessage,
  type RowFinding,
} from '@qianshou/kernel';
import { type Connection, toConnection } from '../graphql/connection.ts';
import type { SubgraphContext } from '../graphql/context.ts';
import { atMost, type PageArguments, pageOf } from '../graphql/parse.ts';
import type { Language } from '../identity/language.ts';
import { importId, type ImportUseCases } from './import-desk.ts';
import type { ImportingService } from './import-publication.ts';
import {
  allowedActions,
  type Announcement,
  type ImportProblem,
  type ImportRun,
  type ImportStep,
  type RowCounts,
  stepOf,
} from './import-run.ts';

type Context = SubgraphContext<ImportUseCases, unknown>;

interface FindingArguments {
  readonly step: ImportStep;
  readonly severities?: readonly FindingSeverity[] | null | undefined;
}

/** 60,000 characters of Base64: what a request of 64 KiB carries beside its document. */
const MOST_PARTS = 6;

const operations = {
  columns: (_root: unknown, { kind }: { kind: ImportKindName }, { useCases }: Context) => [
    ...useCases.importColumns(kind),
  ],
  find: (_root: unknown, { id }: { id: string }, { useCases, actor }: Context) =>
    useCases.getImport(importId(id), actor),
  list: async (_root: unknown, args: PageArguments, { useCases, actor }: Context): Promise<ImportRunPage> =>
    toConnection(await useCases.listImports(pageOf(args), actor)),
  begin: async (
    _root: unknown,
    { input }: { input: Omit<Announcement, 'id'> },
    { useCases, actor }: Context,
  ) => ({
    import: await useCases.beginImport({ ...input }, actor),
  }),
  add: async (
    _root: unknown,
    { input }: { input: { importId: string; offset: number; content: readonly string[] } },
    { useCases, actor }: Context,
  ) => {
    const { offset } = input;
    const bytes = bytesOf(atMost(input.content, MOST_PARTS, 'content'));
    return {
      import: await useCases.addToImport({ importId: importId(input.importId), offset, bytes }, actor),
    };
  },
  apply: async (
    _root: unknown,
    {
      input,
    }: {
      input: { importId: string; acceptRefusedRows: boolean; expectedVersion?: number | null | undefined };
    },
    { useCases, actor }: Context,
  ) => {
    const { acceptRefusedRows, expectedVersion = null } = input;
    const wanted = { importId: importId(input.importId), acceptRefusedRows, expectedVersion };
    return { import: await useCases.applyImport(wanted, actor) };
  },
  stop: async (_root: unknown, { input }: { input: { importId: string } }, { useCases, actor }: Context) => ({
    import: await useCases.stopImport(importId(input.importId), actor),
  }),
};

type Operations = typeof operations;

type ImportFields<Service extends ImportingService> = {
  readonly queries: Record<`${Service}Import`, Operations['find']> &
    Record<`${Service}Imports`, Operations['list']> &
    Record<`${Service}ImportColumns`, Operations['columns']>;
  readonly mutations: Record<`begin${Capitalize<Service>}Import`, Operations['begin']> &
    Record<`addTo${Capitalize<Service>}Import`, Operations['add']> &
    Record<`apply${Capitalize<Service>}Import`, Operations['apply']> &
    Record<`stop${Capitalize<Service>}Import`, Operations['stop']>;
};

/** A service's root fields of importing, named after it; the gateway has those of every service side by side. */
export function importFields<Service extends ImportingService>(service: Service): ImportFields<Service> {
  const title = `${service.charAt(0).toUpperCase()}${service.slice(1)}`;
  return {
    queries: {
      [`${service}Import`]: operations.find,
      [`${service}Imports`]: operations.list,
      [`${service}ImportColumns`]: operations.columns,
    },
    mutations: {
      [`begin${title}Import`]: operations.begin,
      [`addTo${title}Import`]: operations.add,
      [`apply${title}Import`]: operations.apply,
      [`stop${title}Import`]: operations.stop,
    },
  } as ImportFields<Service>;
}

export type ImportRunPage = Connection<ImportRun>;
export type ImportFindingPage = Connection<RowFinding>;

/** How the shared types of importing show the kit's states. */
export const importTypes = {
  ImportRun: {
    bytesReceived: async ({ id, status, sizeBytes }: ImportRun, _args: unknown, { useCases }: Context) =>
      status === 'RECEIVING' ? useCases.receivedBytes(id) : sizeBytes,
    progress: (run: ImportRun) => {
      const [numerator, denominator] =
        stepOf(run) === 'CHECK' ? [run.checkedBytes, run.sizeBytes] : [run.application.rows, run.check.rows];
      return { numerator, denominator, rate: denominator === 0 ? null : numerator / denominator, asOf: null };
    },
    findings: async (
      { id }: ImportRun,
      { step, severities = null, ...args }: PageArguments & FindingArguments,
      { useCases }: Context,
    ): Promise<ImportFindingPage> =>
      toConnection(await useCases.listImportFindings({ id, step, severities }, pageOf(args))),
    allowedActions: (run: ImportRun) => [...allowedActions(run)],
  },
  ImportCounts: {
    new: ({ fresh }: RowCounts) => fresh,
  },
  ImportProblem: { message: said },
  ImportFinding: {
    message: said,
    heading: ({ heading }: RowFinding, _args: unknown, { language }: Context) =>
      isMessage(heading) ? inLanguage(heading, language) : null,
  },
  ImportColumn: {
    heading: ({ zh }: ImportColumn) => zh,
    about: ({ about }: ImportColumn, _args: unknown, { language }: Context) => inLanguage(about, language),
  },
};

function said(
  { message }: Pick<RowFinding, 'message'> | Pick<ImportProblem, 'message'>,
  _args: unknown,
  { language }: Context,
): string {
  return inLanguage(message, language);
}

function inLanguage(message: RowFinding['message'], language: Language): string {
  return message[language];
}

function bytesOf(content: readonly string[]): Buffer {
  const wrong = content.some((part) => part.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(part));
  if (wrong || content.every((part) => part === ''))
    throw badInput({
      field: 'content',
      reason: {
        en: 'expected Base64 in parts of whole groups of 4 characters',
        zh: '应为 Base64，每段为 4 个字符的整数倍',
      },
    });
  return Buffer.concat(content.map((part) => Buffer.from(part, 'base64')));
}
