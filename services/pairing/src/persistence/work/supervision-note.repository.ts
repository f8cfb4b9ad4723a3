import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Notes } from '../../application/work/ports.ts';
import type { NoteEvent, SupervisionNote } from '../../domain/work/supervision-note.ts';
import { noteNotFound } from '../../domain/work/errors.ts';
import {
  concernedFilter,
  concernedIndexes,
  correctedFields,
  isStruck,
  ownerIndex,
  recordFields,
} from './pairing-record.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const noteSchema = aggregateSchema(
  {
    ...recordFields,
    notedOn: text,
    advice: text,
    followUpOn: text,
    status: text,
    outcome: optionalText,
    closedOn: optionalText,
    struck: STRUCK,
    corrections: [{ ...correctedFields, advice: text, followUpOn: text, outcome: optionalText }],
  },
  concernedIndexes('followUpOn', 'status'),
);

export function mongoNotes(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<SupervisionNote, NoteEvent>,
): Notes {
  const model = aggregateModel(connection, 'SupervisionNote', noteSchema, 'supervision_notes');
  const store = aggregateStore<SupervisionNote, NoteEvent>({
    connection,
    model,
    aggregate: 'supervision-note',
    outbox,
    publish,
    notFound: noteNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<SupervisionNote>({
        model,
        filter: {
          ...concernedFilter(filter, 'followUpOn'),
          ...oneOf('status', filter.status),
          ...isStruck(filter.struck),
        },
        order: [{ path: 'followUpOn', direction }],
        ...ownerIndex(filter, 'followUpOn'),
        page,
      }),
  };
}
