import type { Page, PageRequest } from '@qianshou/kernel';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import type { ClassFilter, ClassOrder } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: which classes there are; who sits in them is not. */
export const listTrainingClasses =
  ({ classes }: Pick<Ports, 'classes'>) =>
  (filter: ClassFilter, order: ClassOrder, page: PageRequest): Promise<Page<TrainingClass>> =>
    classes.list(filter, order, page);
