/** What this process has started and must not leave behind, whenever it is interrupted. */
export interface OwnChild {
  readonly role: ChildRole;
  readonly stop: () => Promise<void>;
}

/** In the order in which they end: first who takes work, last who keeps what was done. */
const ROLES = ['tool', 'service', 'gateway', 'kafka', 'mongod'] as const;

export type ChildRole = (typeof ROLES)[number];

const children = new Set<OwnChild>();
let closed = false;

/** @returns what to call when the child has ended. */
export function admit(child: OwnChild): () => void {
  children.add(child);
  // Somebody was in the middle of a start when everything was told to end.
  if (closed) void child.stop();
  return () => children.delete(child);
}

/** Ends every child of this process, in order, also those that are only being started; nothing starts afterwards. */
export async function stopOwnChildren(): Promise<void> {
  closed = true;
  await endOwnChildren();
}

/** The same between two systems of one process: others may be started afterwards. */
export async function endOwnChildren(): Promise<void> {
  for (const role of ROLES) {
    const ending = [...children].filter((child) => child.role === role);
    await Promise.all(ending.map((child) => child.stop()));
  }
}

export function isStopping(): boolean {
  return closed;
}

export function requireOpen(): void {
  if (closed) throw new Error('everything is being stopped');
}
