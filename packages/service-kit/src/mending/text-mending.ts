import type { ServiceName } from '@qianshou/events';
import { foldedName, personalMarksIn, withoutUnseen } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { isFields } from '../audit/changed-fields.ts';
import { recordRepair } from '../audit/record-decision.ts';
import { type AggregateModel, searchPathOf } from '../aggregates/aggregate-schema.ts';
import { withoutSearch, withSearch } from '../aggregates/name-search.ts';
import { inTransaction, transactionSession } from '../mongo/transaction.ts';
import type { Flaw, Mending } from './mending.ts';

export interface TextMendingOptions {
  readonly connection: Connection;
  readonly service: ServiceName;
  /** Names of fields that hold public text, wherever they lie in an object. */
  readonly fields: readonly string[];
  /** Collections that are not the service's own to mend: copies of others' facts. */
  readonly except: readonly string[];
}

type Stored = Readonly<Record<string, unknown>> & { readonly _id: string; readonly version: number };

const HIDDEN = '\uFF08\u5DF2\u9690\u53BB\u4E2A\u4EBA\u4FE1\u606F\uFF09';

/** Public text that was taken before it was looked at: it loses what nobody sees, and, with the marks of one person, itself. */
export function mendedText(value: string): string {
  const seen = withoutUnseen(value);
  return personalMarksIn(seen).length > 0 ? HIDDEN : seen;
}

export function publicTexts(options: TextMendingOptions): Mending {
  return textMending('public-text', mendedText, options);
}

/** Names that were taken before the dot between their parts, their spaces and what nobody sees in them were folded. */
export function names(options: TextMendingOptions): Mending {
  return textMending('name', foldedName, options);
}

type Right = (value: string) => string;

interface Texts {
  readonly fields: ReadonlySet<string>;
  readonly right: Right;
}

function textMending(
  kind: string,
  right: Right,
  { connection, service, fields, except }: TextMendingOptions,
): Mending {
  const named: Texts = { fields: new Set(fields), right };
  const models = Object.values(connection.models) as unknown as readonly AggregateModel[];
  const own = new Map(
    models
      .map((model) => [model.collection.collectionName, searchPathOf(model)] as const)
      .filter(([collection]) => !except.includes(collection)),
  );
  return {
    kind,
    find: async function* () {
      for (const collection of own.keys())
        for await (const document of connection.collection<Stored>(collection).find().sort({ _id: 1 })) {
          const flaw = flawOf(collection, document, named);
          if (flaw !== null) yield flaw;
        }
    },
    change: async (place) => {
      const [collection = '', ...rest] = place.split('/');
      const searchedBy = own.get(collection) ?? null;
      await repair({ connection, service, collection, id: rest.join('/'), searchedBy }, named);
    },
  };
}

function flawOf(collection: string, document: Stored, named: Texts): Flaw | null {
  const found = Object.entries(document).flatMap(([field, value]) => flawsIn(field, value, named));
  if (found.length === 0) return null;
  return {
    id: `${collection}/${document._id}`,
    was: found.map(({ field, marks }) => `${field}: ${marks}`).join('; '),
    becomes: found.map(({ becomes }) => becomes).join('; '),
  };
}

interface TextFlaw {
  readonly field: string;
  readonly marks: string;
  readonly becomes: string;
}

function flawsIn(field: string, value: unknown, named: Texts): readonly TextFlaw[] {
  if (typeof value === 'string') {
    const becomes = named.right(value);
    if (!named.fields.has(field) || becomes === value) return [];
    return [
      { field, marks: personalMarksIn(value).join(', ') || 'unseen characters or other dots', becomes },
    ];
  }
  if (Array.isArray(value)) return value.flatMap((each) => flawsIn(field, each, named));
  return isFields(value) ? Object.entries(value).flatMap(([name, each]) => flawsIn(name, each, named)) : [];
}

function mendedIn(field: string, value: unknown, named: Texts): unknown {
  if (typeof value === 'string') return named.fields.has(field) ? named.right(value) : value;
  if (Array.isArray(value)) return value.map((each) => mendedIn(field, each, named));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mendedIn(name, each, named)]));
}

interface Place {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly collection: string;
  readonly id: string;
  readonly searchedBy: string | null;
}

/** No decision of anybody's, so no event: the object stays in its version, and the audit log says what was repaired. */
async function repair(
  { connection, service, collection, id, searchedBy }: Place,
  named: Texts,
): Promise<void> {
  await inTransaction(connection, async () => {
    const session = transactionSession();
    const objects = connection.collection<Stored>(collection);
    const before = await objects.findOne({ _id: id }, { session });
    if (before === null || flawOf(collection, before, named) === null) return;
    const after = withSearch(mendedIn('', before, named) as Stored, searchedBy);
    await objects.replaceOne({ _id: id }, after, { session });
    await recordRepair(connection, service, {
      objectType: collection,
      before: withoutSearch(before),
      after: withoutSearch(after),
    });
  });
}
