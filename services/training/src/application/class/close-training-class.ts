import { type Command, decision } from '@qianshou/kernel';
import { closeClass } from '../../domain/class/training-class.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { type ClassChangeInput, onClass } from './class-decision.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'classes' | 'clock' | 'unitOfWork'>;

export const closeTrainingClass = (deps: Deps): Command<ClassChangeInput, TrainingClass> =>
  decision(deps.unitOfWork, {
    ...onClass(deps),
    decide: (group) => closeClass(group, deps.clock.now()),
    save: deps.classes.save,
  });
