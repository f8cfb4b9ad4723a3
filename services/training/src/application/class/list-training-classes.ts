import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { ClassStatus, TrainingClass } from '../../domain/class/class-state.ts';
import { reachOf } from '../../domain/policy.ts';
import { helpfulKinds } from '../../domain/class/helpful-kinds.ts';
import type { WorkerReplica } from '../../domain/reference/worker-replica.ts';
import type { ClassFilter, ClassOrder } from './ports.ts';
import type { Ports } from '../ports.ts';

interface ClassesAsked {
  readonly filter: ClassFilter;
  readonly order: ClassOrder;
  readonly page: PageRequest;
}

/** Those that help somebody, of those that are asked for: of a kind that they can use, and open to their county. */
export const listHelpfulClasses =
  ({ classes, needs }: Pick<Ports, 'classes' | 'needs'>) =>
  async (
    worker: WorkerReplica,
    { filter, order, page }: ClassesAsked,
    actor: Actor,
  ): Promise<Page<TrainingClass>> => {
    const posts = { kind: ['PRE_JOB'] as const, within: null, agencyId: null, workerId: worker.id };
    const awaited = await needs.list(posts, reachOf(actor), { first: 1, after: null });
    const kinds = helpfulKinds(worker, awaited.items.length > 0);
    const helpful = {
      ...filter,
      kind: both(filter.kind, kinds),
      status: both(filter.status, ENTERABLE),
      openTo: worker.countyCode,
    };
    return classes.list(helpful, order, page);
  };

const ENTERABLE: readonly ClassStatus[] = ['OPEN', 'FULL'];

function both<Each>(asked: readonly Each[] | null, among: readonly Each[]): readonly Each[] {
  return asked === null ? among : among.filter((each) => asked.includes(each));
}

/** Public: which classes there are; who sits in them is not. */
export const listTrainingClasses =
  ({ classes }: Pick<Ports, 'classes'>) =>
  (filter: ClassFilter, order: ClassOrder, page: PageRequest): Promise<Page<TrainingClass>> =>
    classes.list(filter, order, page);
