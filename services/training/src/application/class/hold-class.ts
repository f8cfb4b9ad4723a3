import type { ClassId } from '../../domain/ids.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import type { Ports } from '../ports.ts';

export const classKey = (id: ClassId): string => `class:${id}`;

/** Everybody who changes a class's list holds the class: seats counted after this stay true until the commit (TRA-7). */
export async function holdClass(
  { classes, unitOfWork }: Pick<Ports, 'classes' | 'unitOfWork'>,
  id: ClassId,
): Promise<TrainingClass> {
  await unitOfWork.hold(classKey(id));
  return classes.get(id);
}

/** The same of those that rows of a file name; what is not there is left out. */
export async function holdClasses(
  { classes, unitOfWork }: Pick<Ports, 'classes' | 'unitOfWork'>,
  ids: readonly ClassId[],
): Promise<readonly TrainingClass[]> {
  const each = [...new Set(ids)];
  await unitOfWork.hold(...each.map(classKey));
  return (await classes.findMany(each)).flatMap((group) => group ?? []);
}
