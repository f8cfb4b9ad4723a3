import type { ClassId, EnrolmentId } from '../../domain/ids.ts';
import { mayRun } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import { classKey } from './hold-class.ts';

/** What every change of a class says. */
export interface ClassChangeInput {
  readonly classId: ClassId;
  readonly expectedVersion: number | null;
}

/** What every change of a place in a class says. */
export interface EnrolmentChangeInput {
  readonly enrolmentId: EnrolmentId;
  readonly expectedVersion: number | null;
}

/** By whoever runs the class, which is held meanwhile. */
export const onClass = ({ classes }: Pick<Ports, 'classes'>) => ({
  lock: ({ classId }: Pick<ClassChangeInput, 'classId'>) => classKey(classId),
  load: ({ classId }: Pick<ClassChangeInput, 'classId'>) => classes.get(classId),
  may: mayRun,
});

/** A place, and the class that it is in. */
export const onEnrolment = ({ enrolments }: Pick<Ports, 'enrolments'>) => {
  const load = ({ enrolmentId }: EnrolmentChangeInput) => enrolments.get(enrolmentId);
  return { lock: async (input: EnrolmentChangeInput) => classKey((await load(input)).classId), load };
};
