import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { IdentityCases } from '../../application/worker/ports.ts';
import { identityCaseNotFound } from '../../domain/worker/errors.ts';
import type { IdentityCase, IdentityCaseEvent } from '../../domain/worker/identity-case.ts';
import { inCounties, ofCounties } from '../reference/read-scope.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const caseSchema = aggregateSchema(
  {
    kind: text,
    workerId: text,
    countyCode: text,
    otherWorkerId: text,
    otherCountyCode: text,
    openedOn: text,
    status: text,
    outcome: optionalText,
    note: optionalText,
    settledOn: optionalText,
  },
  [{ keys: { countyCode: 1, _id: 1 } }, { keys: { countyCode: 1, status: 1, _id: 1 } }],
);

export function mongoIdentityCases(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<IdentityCase, IdentityCaseEvent>,
): IdentityCases {
  const model = aggregateModel(connection, 'IdentityCase', caseSchema, 'identity_cases');
  const store = aggregateStore<IdentityCase, IdentityCaseEvent>({
    connection,
    model,
    aggregate: 'identity-case',
    personal: true,
    untold: true,
    outbox,
    publish,
    notFound: identityCaseNotFound,
  });
  return {
    ...store,
    list: (bureaus, { within, status }, page) =>
      keysetPage<IdentityCase>({
        model,
        filter: {
          ...(within === null ? {} : inCounties(within)),
          ...oneOf('status', status),
          $and: trusted([
            bureaus.length === 0 ? { _id: trusted({ $in: [] }) } : { $or: trusted(bureaus.map(ofCounties)) },
          ]),
        },
        order: [],
        page,
      }),
  };
}
