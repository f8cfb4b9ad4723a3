import { classId } from '../../domain/ids.ts';

/** What every change of an existing class says: which one, and which version the caller read. */
export function target(input: {
  readonly classId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return { classId: classId(input.classId), expectedVersion: input.expectedVersion ?? null };
}
