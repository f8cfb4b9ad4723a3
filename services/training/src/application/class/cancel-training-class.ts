import { type Command, decision, type PublicText } from '@qianshou/kernel';
import { cancelClass } from '../../domain/class/class-changes.ts';
import { requireReplacement } from '../../domain/class/replacement.ts';
import type { OpenClass, TrainingClass } from '../../domain/class/class-state.ts';
import type { ClassId } from '../../domain/ids.ts';
import { mayRun } from '../../domain/policy.ts';
import { type ClassChangeInput, onClass } from './class-decision.ts';
import { classKey } from './hold-class.ts';
import { placeDisplaced } from './place-displaced.ts';
import { endPlaces, returnNeeds } from './return-needs.ts';

type Deps = Parameters<typeof returnNeeds>[0] & Parameters<typeof placeDisplaced>[0];

export interface CancelTrainingClassInput extends ClassChangeInput {
  readonly reason: PublicText;
  readonly replacementClassId: ClassId | null;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Everybody's place lapses and each is told; the replacement takes them first, and who was sent here waits for another class. */
export const cancelTrainingClass = (deps: Deps): Command<CancelTrainingClassInput, TrainingClass> =>
  decision(deps.unitOfWork, {
    ...onClass(deps),
    lock: ({ classId, replacementClassId }) =>
      [classId, ...(replacementClassId ? [replacementClassId] : [])].map(classKey),
    may: async (actor, group, { replacementClassId: id }) => {
      mayRun(actor, group);
      if (id !== null) mayRun(actor, await deps.classes.get(id));
    },
    decide: async (group, { reason, replacementClassId }) => {
      const replacement = await replacementOf(deps, group, replacementClassId);
      const places = await deps.enrolments.listOfClass(group.id, ['OFFERED', 'WAITING', 'SEATED']);
      const untouched = await isUntouched(deps, group, places);
      const at = deps.clock.now();
      return {
        change: cancelClass(group, { reason, at, untouched, replacementClassId }),
        places,
        replacement,
      };
    },
    save: async ({ change, places, replacement }) => {
      const cancelled = await deps.classes.save(change);
      const ended = await endPlaces(deps, places, 'CLASS_CANCELLED');
      const placed = replacement === null ? NOBODY : (await placeDisplaced(deps, replacement, ended)).placed;
      const left = ended.filter(({ workerId }) => !placed.has(workerId));
      await returnNeeds(deps, left);
      return cancelled;
    },
  });

async function replacementOf(
  { classes }: Deps,
  group: TrainingClass,
  id: ClassId | null,
): Promise<OpenClass | null> {
  return id === null ? null : requireReplacement(group, await classes.get(id));
}

/** Nobody's attendance and no result stand against it. */
async function isUntouched(
  { enrolments }: Deps,
  group: TrainingClass,
  places: readonly { readonly attendedHours: number | null }[],
): Promise<boolean> {
  if (places.some(({ attendedHours }) => attendedHours !== null)) return false;
  const { passed, failed, absent } = await enrolments.tallyOf(group.id);
  return passed + failed + absent === 0;
}
