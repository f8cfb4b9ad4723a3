import type { ClassId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

/** The hours that were held, where they are recorded session by session. */
export async function heldHours({ sessions }: Pick<Ports, 'sessions'>, id: ClassId): Promise<number | null> {
  const [held = null] = await sessions.heldHoursOf([id]);
  return held;
}
