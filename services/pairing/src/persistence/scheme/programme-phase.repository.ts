import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  type Publish,
  toState,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Phases } from '../../application/scheme/ports.ts';
import { phaseNotFound } from '../../domain/reference/errors.ts';
import type { PhaseEvent, ProgrammePhase } from '../../domain/scheme/programme-phase.ts';

const text = { type: String, required: true } as const;

const phaseSchema = aggregateSchema(
  {
    name: text,
    startsOn: text,
    endsOn: text,
    source: text,
    status: text,
    reopenings: [{ _id: false, on: text, reason: text }],
    corrections: [{ _id: false, on: text, reason: text, evidence: EVIDENCE, name: text, source: text }],
  },
  [{ keys: { startsOn: 1 } }],
);

export function mongoPhases(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<ProgrammePhase, PhaseEvent>,
): Phases {
  const model = aggregateModel(connection, 'ProgrammePhase', phaseSchema, 'programme_phases');
  const store = aggregateStore<ProgrammePhase, PhaseEvent>({
    connection,
    model,
    aggregate: 'programme-phase',
    outbox,
    publish,
    notFound: phaseNotFound,
  });
  return {
    ...store,
    listAll: async () => {
      const documents = await model.find().sort({ startsOn: 1 }).lean();
      return documents.map((document) => toState<ProgrammePhase>(document));
    },
  };
}
