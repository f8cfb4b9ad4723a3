import { PROCESS_NAMES, type ProcessName } from '../roster.ts';
import { isStopping, type Child, type Report } from '../servers/index.ts';
import { howItEnded, patienceWithDeaths } from './deaths.ts';
import { failed } from './readiness.ts';

export interface KeptProcessesOptions {
  /** `again` when it ran before and ended. */
  readonly launch: (name: ProcessName, again: boolean) => Promise<Child>;
  readonly untilReady: (name: ProcessName, child: Child) => Promise<void>;
  /** Told when a process ended and is started again. */
  readonly report: Report;
  /** Called when one cannot be brought back. */
  readonly onDeath: (failure: Error) => void;
}

export interface KeptProcesses {
  readonly children: ReadonlyMap<ProcessName, Child>;
  readonly start: (name: ProcessName) => Promise<void>;
  /** Whoever is killed by this stays away until it is started. */
  readonly kill: (name: ProcessName) => Promise<void>;
  /** Ended as an operator would: what it holds is free at once. */
  readonly stop: (name: ProcessName) => Promise<void>;
}

/** What is killed is started again; what dies again and again is given up, with the end of its log. */
export function keptProcesses(options: KeptProcessesOptions): KeptProcesses {
  const children = new Map<ProcessName, Child>();
  const mayComeBack = new Map(PROCESS_NAMES.map((name) => [name, patienceWithDeaths()]));
  const bringUp = async (name: ProcessName, again: boolean): Promise<void> => {
    const child = await options.launch(name, again);
    children.set(name, child);
    await options.untilReady(name, child);
    void keepRunning(name, child).catch(options.onDeath);
  };
  const keepRunning = async (name: ProcessName, child: Child): Promise<void> => {
    const exit = await child.exited;
    // Whoever kills it on purpose, or stops everything, has taken it off the list.
    if (children.get(name) !== child || isStopping()) return;
    if (mayComeBack.get(name)?.() !== true) throw failed(`${name} dies again and again.`, child);
    options.report(`${name} ${howItEnded(exit)}: it is started again.`);
    await startAgain(name);
  };
  const startAgain = async (name: ProcessName): Promise<void> => {
    try {
      await bringUp(name, true);
      options.report(`${name} is back.`);
    } catch (error) {
      const next = children.get(name);
      if (next === undefined || next.isRunning()) throw error;
      await keepRunning(name, next);
    }
  };
  const takeOff = (name: ProcessName): Child | undefined => {
    const child = children.get(name);
    children.delete(name);
    return child;
  };
  return {
    children,
    start: (name) => bringUp(name, false),
    kill: async (name) => takeOff(name)?.kill9(),
    stop: async (name) => takeOff(name)?.stop(),
  };
}
