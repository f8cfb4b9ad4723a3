import { NATION } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  countyOrAbove,
  findManyById,
  keysetPage,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Ledgers, SupervisionFilter, SupervisionReason } from '../../application/work/ports.ts';
import { TASK_GROUPS } from '../../domain/application/pairing-application.ts';
import { silentDay, type WorkLedger } from '../../domain/work/work-ledger.ts';
import { recordFields } from './pairing-record.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const { pairingId: _isTheId, ...place } = recordFields;

/** What each reason is found by, in the order of its list. */
const INDEXES = {
  QUIET: { audience: 1, quietOn: 1, _id: 1 },
  SILENT: { audience: 1, silentOn: 1, _id: 1 },
  REPORT_DUE: { audience: 1, reportOpensOn: 1, _id: 1 },
  REPORT_LATE: { audience: 1, reportDueOn: 1, _id: 1 },
} as const satisfies Readonly<Record<SupervisionReason, Readonly<Record<string, 1>>>>;

const ledgerSchema = aggregateSchema(
  {
    ...place,
    status: text,
    startsOn: optionalText,
    endsOn: optionalText,
    taskGroups: [text],
    lastActivityOn: Object.fromEntries(TASK_GROUPS.map((group) => [group, optionalText])),
    stays: [
      {
        _id: false,
        dispatchId: text,
        workerId: text,
        arrivedOn: text,
        leftOn: optionalText,
        workingDays: { type: Number, default: null },
      },
    ],
    reportedPeriods: [{ type: Number, required: true }],
    quietOn: optionalText,
    silentOn: optionalText,
    reportOpensOn: optionalText,
    reportDueOn: optionalText,
  },
  Object.values(INDEXES).map((keys) => ({ keys })),
);

/** The day by which each reason is found, and how it compares with today. A day that is null compares with nothing. */
const DUE: Readonly<Record<SupervisionReason, { readonly path: string; readonly operator: '$lte' | '$lt' }>> =
  {
    QUIET: { path: 'quietOn', operator: '$lte' },
    SILENT: { path: 'silentOn', operator: '$lte' },
    REPORT_DUE: { path: 'reportOpensOn', operator: '$lt' },
    REPORT_LATE: { path: 'reportDueOn', operator: '$lt' },
  };

export function mongoLedgers(connection: Connection): Ledgers {
  const model = aggregateModel(connection, 'WorkLedger', ledgerSchema, 'work_ledgers');
  return {
    find: async (id) => {
      const document = await model.findOne({ _id: id }).lean();
      return document === null ? null : toState<WorkLedger>(document);
    },
    findMany: (ids) => findManyById(model, ids, toState<WorkLedger>),
    put: async ({ id, ...ledger }) => {
      const document = { _id: id, ...ledger, version: ledger.version + 1 };
      await model.replaceOne({ _id: id }, document, { upsert: true });
    },
    listDue: (filter, page) =>
      keysetPage<WorkLedger>({
        model,
        filter: toFilter(filter),
        order: [{ path: DUE[filter.reason].path, direction: 'ASC' }],
        page,
        index: INDEXES[filter.reason],
      }),
  };
}

/** Rows of before do not say when they fall silent. Nothing to do where all do. */
export async function fillSilentDays(connection: Connection): Promise<void> {
  const ledgers = connection.collection<Omit<WorkLedger, 'id'> & { readonly _id: string }>('work_ledgers');
  const missing = { silentOn: { $exists: false } };
  for await (const { _id, ...ledger } of ledgers.find(missing))
    await ledgers.updateOne({ _id, ...missing }, { $set: { silentOn: silentDay(ledger) } });
}

function toFilter({ reason, within, schemeId, audience, today }: SupervisionFilter): Record<string, unknown> {
  const { path, operator } = DUE[reason];
  return {
    audience: audience === null ? NATION : trusted({ $in: [...audience] }),
    [path]: trusted({ [operator]: today }),
    ...(within === null ? {} : { regions: countyOrAbove(within) }),
    ...(schemeId === null ? {} : { schemeId }),
  };
}
