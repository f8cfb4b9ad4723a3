import { type CalendarDate, grounds, publicText, type Written } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { SupervisionReason } from '../../application/work/ports.ts';
import { actionsOnNote } from '../../domain/work/allowed-work-actions.ts';
import { noteId, pairingId, schemeId } from '../../domain/ids.ts';
import type { NoteWords, SupervisionNote as NoteState } from '../../domain/work/supervision-note.ts';
import type { WorkLedger } from '../../domain/work/work-ledger.ts';
import { concerns } from '../../domain/work/policy.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  PairingToSuperviseResolvers,
  QueryResolvers,
  StrikeSupervisionNoteInput,
  SupervisionNoteResolvers,
} from '../generated/resolvers.ts';
import type { PairingToSuperviseParent } from '../mappers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { namedIn, pairingOf, recordReferences, struckFields } from '../reference/references.ts';

/** One that may not be seen is not there, by whichever way it is asked for. */
async function visible(id: string, { loaders, actor }: Context): Promise<NoteState | null> {
  const note = await loaders.note.load(noteId(id));
  return note !== null && concerns(actor, note) ? note : null;
}

/** The day that put the pairing on the list: an index on it found the ledger, so it is there. */
function toSupervise(ledger: WorkLedger, reason: SupervisionReason): readonly PairingToSuperviseParent[] {
  const dueOn = DUE_ON[reason](ledger);
  return dueOn === null ? [] : [{ pairingId: ledger.id, dueOn }];
}

const DUE_ON: Readonly<Record<SupervisionReason, (ledger: WorkLedger) => CalendarDate | null>> = {
  QUIET: ({ quietOn }) => quietOn,
  SILENT: ({ silentOn }) => silentOn,
  REPORT_DUE: ({ reportOpensOn }) => reportOpensOn,
  REPORT_LATE: ({ reportDueOn }) => reportDueOn,
};

export const supervisionQueries = {
  supervisionNote: (_root, { id }, context) => visible(id, context),
  supervisionNotes: async (_root, { where, orderBy, ...args }, { useCases, actor }) =>
    toConnection(
      await useCases.listNotes(
        {
          ...recordFilterOf(where, where?.followUpOn),
          status: where?.status?.in ?? null,
          struck: where?.struck ?? false,
        },
        directionOf(orderBy, 'ASC'),
        pageOf(args),
        actor,
      ),
    ),
  pairingsToSupervise: async (_root, { reason, where, ...args }, { useCases, actor }) => {
    const within = where?.regionCode?.within ?? null;
    const filter = { reason, within, schemeId: optional(where?.schemeId?.eq, schemeId) };
    const page = await useCases.listPairingsToSupervise(filter, pageOf(args), actor);
    const items = page.items.flatMap(({ node, cursor }) =>
      toSupervise(node, reason).map((each) => ({ node: each, cursor })),
    );
    return toConnection({ ...page, items });
  },
} satisfies Partial<QueryResolvers>;

function mistakeOf(input: StrikeSupervisionNoteInput) {
  const { expectedVersion = null, idempotencyKey } = input;
  return { ...grounds(input), noteId: noteId(input.noteId), expectedVersion, idempotencyKey };
}

export const supervisionMutations = {
  noteSupervision: async (_root, { input }, { useCases, actor }) => ({
    note: await useCases.noteSupervision({ ...input, pairingId: pairingId(input.pairingId) }, actor),
  }),
  strikeSupervisionNote: async (_root, { input }, { useCases, actor }) => ({
    note: await useCases.strikeSupervisionNote(mistakeOf(input), actor),
  }),
  correctSupervisionNote: async (_root, { input }, { useCases, actor }) => {
    const { followUpOn } = input;
    const advice = optional(input.advice, (raw) => publicText(raw, 'advice', 5_000));
    const outcome = optional(input.outcome, (raw) => publicText(raw, 'outcome', 2_000));
    const corrected = namedIn<Written<NoteWords>>({ advice, followUpOn, outcome });
    return { note: await useCases.correctSupervisionNote({ ...mistakeOf(input), corrected }, actor) };
  },
  closeSupervisionNote: async (_root, { input }, { useCases, actor }) => ({
    note: await useCases.closeSupervisionNote(
      { ...input, noteId: noteId(input.noteId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const SupervisionNote: SupervisionNoteResolvers = {
  history,
  __resolveReference: ({ id }, context) => visible(id, context),
  ...recordReferences,
  ...struckFields,
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: (note, _args, { actor, loaders }) => [...actionsOnNote(actor, note, loaders.today)],
};

export const PairingToSupervise: PairingToSuperviseResolvers = {
  pairing: (parent, _args, context) => pairingOf(parent.pairingId, context),
};
