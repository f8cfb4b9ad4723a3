import {
  type Actor,
  type CalendarDate,
  correctionTimeIn,
  expectVersion,
  type Grounds,
  mayPutRight,
} from '@qianshou/kernel';
import { correctClass } from '../../domain/class/class-correction.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { puttingRight } from '../../domain/class/putting-right.ts';
import type { Ports } from '../ports.ts';
import { holdClass } from './hold-class.ts';
import type { ClassChangeInput } from './class-decision.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'policies' | 'sessions' | 'unitOfWork' | 'clock'>;

export interface CorrectTrainingClassInput extends ClassChangeInput, Grounds {
  readonly corrected: Partial<Pick<TrainingClass, 'startsOn' | 'endsOn' | 'venue'>>;
}

/** The days and the place of a class that began were otherwise. */
export const correctTrainingClass =
  (deps: Deps) =>
  (input: CorrectTrainingClassInput, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      const time = await correctionTimeIn(deps, group.regionCode);
      const { today } = time;
      mayPutRight(actor, puttingRight(actor, group, group.recorded, time));
      expectVersion(group, input.expectedVersion);
      const { corrected, reason, evidence } = input;
      const days = { heldOn: await daysHeld(deps, group), assessedOn: await daysOfResults(deps, group) };
      return deps.classes.save(correctClass(group, corrected, { reason, evidence, today, ...days }));
    });

async function daysHeld({ sessions }: Deps, { id }: TrainingClass): Promise<readonly CalendarDate[]> {
  return (await sessions.listStanding(id)).map(({ heldOn }) => heldOn);
}

async function daysOfResults({ enrolments }: Deps, { id }: TrainingClass): Promise<readonly CalendarDate[]> {
  const assessed = await enrolments.listOfClass(id, ['PASSED', 'FAILED', 'ABSENT']);
  return assessed.flatMap((place) => ('assessedOn' in place ? [place.assessedOn] : []));
}
