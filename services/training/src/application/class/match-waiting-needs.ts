import { eachApart } from '@qianshou/kernel';
import { type OpenClass, requireOpen } from '../../domain/class/training-class.ts';
import { holdClass } from './hold-class.ts';
import { placeWaitingNeeds } from './place-needs.ts';
import type { Ports } from '../ports.ts';

type Deps = Parameters<typeof placeWaitingNeeds>[0] & Pick<Ports, 'classes' | 'needs'>;

const PAGE = 100;

/** Brings together what missed each other: a need that arrived while a wider class opened. */
export const matchWaitingNeeds = (deps: Deps) => async (): Promise<number> => {
  let matched = 0;
  await eachApart(awaited(deps), async ({ id }) => {
    await deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, id);
      if (group.status === 'OPEN') await placeWaitingNeeds(deps, requireOpen(group));
    });
    matched += 1;
  });
  return matched;
};

/** Open classes that somebody waits for, asked a page at a time. */
async function* awaited({ classes, needs }: Deps): AsyncGenerator<OpenClass> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Ports['classes']['listOpenForNeeds']>> = await classes.listOpenForNeeds({
      first: PAGE,
      after,
    });
    yield* await needs.awaitedAmong(page.items.map(({ node }) => node));
    after = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
  } while (after !== null);
}
