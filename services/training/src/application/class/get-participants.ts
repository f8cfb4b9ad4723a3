import { badInput } from '@qianshou/kernel';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { enrolmentNotInClass } from '../../domain/class/errors.ts';
import type { ClassId, EnrolmentId } from '../../domain/ids.ts';
import { MOST_ON_LIST } from '../../domain/class/class-limits.ts';
import type { Ports } from '../ports.ts';

interface Row {
  readonly enrolmentId: EnrolmentId;
}

/** Pairs each row of a register with its enrolment; a register names a participant once and nobody of another class. */
export async function getParticipants<R extends Row>(
  { enrolments }: Pick<Ports, 'enrolments'>,
  classId: ClassId,
  rows: readonly R[],
): Promise<readonly { readonly enrolment: Enrolment; readonly row: R }[]> {
  const ids = rows.map(({ enrolmentId }) => enrolmentId);
  if (ids.length === 0 || ids.length > MOST_ON_LIST || new Set(ids).size < ids.length) {
    throw badInput({
      field: 'enrolmentId',
      reason: {
        en: `expected 1 to ${MOST_ON_LIST} different enrolments`,
        zh: `应为 1 至 ${MOST_ON_LIST} 条不同的报名`,
      },
    });
  }
  const found = await enrolments.findMany(ids);
  const strangers = ids.filter((_id, at) => found[at]?.classId !== classId);
  if (strangers.length > 0) throw enrolmentNotInClass({ enrolmentIds: strangers });
  return rows.flatMap((row, at) => {
    const enrolment = found[at];
    return enrolment ? [{ enrolment, row }] : [];
  });
}
