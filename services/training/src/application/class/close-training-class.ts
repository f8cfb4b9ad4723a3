import { type Actor, expectVersion } from '@qianshou/kernel';
import { mayRun } from '../../domain/policy.ts';
import { closeClass, type TrainingClass } from '../../domain/class/training-class.ts';
import type { ClassChangeInput } from './open-training-class.ts';
import type { Ports } from '../ports.ts';

export const closeTrainingClass =
  ({ classes, clock }: Pick<Ports, 'classes' | 'clock'>) =>
  async (input: ClassChangeInput, actor: Actor): Promise<TrainingClass> => {
    const group = await classes.get(input.classId);
    mayRun(actor, group);
    expectVersion(group, input.expectedVersion);
    return classes.save(closeClass(group, clock.now()));
  };
