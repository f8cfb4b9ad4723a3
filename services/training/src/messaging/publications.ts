import type { Publication } from '@qianshou/events';
import type { Enrolment, EnrolmentEvent } from '../domain/class/enrolment.ts';
import type { Programme, ProgrammeEvent } from '../domain/programme/programme.ts';
import type { CertificateEvent, TrainingCertificate } from '../domain/certificate/training-certificate.ts';
import type { ClassEvent, TrainingClass } from '../domain/class/training-class.ts';

/** Domain event -> published event: ids, codes and counts, nothing that names a person. */
export function publishProgrammeEvent(event: ProgrammeEvent, _state: Programme): Publication {
  const { programmeId, kind, plannedHours } = event;
  const data = { programmeId, kind, plannedHours };
  return { type: 'qianshou.training.programme-announced.v1', data, regionCode: null };
}

export function publishClassEvent(event: ClassEvent, group: TrainingClass): Publication {
  const { id: classId, programmeId, kind, regionCode } = group;
  const data = { classId, programmeId, kind, regionCode };
  switch (event.type) {
    case 'class.planned':
      return { type: 'qianshou.training.class-planned.v1', data: timetable(group), regionCode };
    case 'class.opened':
      return { type: 'qianshou.training.class-opened.v1', data: timetable(group), regionCode };
    case 'class.filled':
      return { type: 'qianshou.training.class-filled.v1', data, regionCode };
    case 'class.reopened':
      return { type: 'qianshou.training.class-reopened.v1', data, regionCode };
    case 'class.started':
      return { type: 'qianshou.training.class-started.v1', data, regionCode };
    case 'class.assessed': {
      const { passed, failed, absent } = event;
      const outcomes = { ...data, passed, failed, absent };
      return { type: 'qianshou.training.class-assessed.v1', data: outcomes, regionCode };
    }
    case 'class.closed':
      return { type: 'qianshou.training.class-closed.v1', data, regionCode };
    case 'class.cancelled':
      return { type: 'qianshou.training.class-cancelled.v1', data, regionCode };
  }
}

function timetable(group: TrainingClass) {
  const { id: classId, programmeId, kind, regionCode, organiserAgencyId, hours, startsOn, endsOn } = group;
  const seats = group.capacity;
  return { classId, programmeId, kind, regionCode, organiserAgencyId, seats, hours, startsOn, endsOn };
}

/** A place counts in the worker's county, wherever the class is held. */
export function publishEnrolmentEvent(event: EnrolmentEvent, enrolment: Enrolment): Publication {
  const { id: enrolmentId, classId, workerId, postingId, kind, countyCode: regionCode } = enrolment;
  const place = { enrolmentId, classId, workerId, postingId, kind, regionCode };
  switch (event.type) {
    case 'enrolment.offered':
      return { type: 'qianshou.training.class-offered.v1', data: place, regionCode };
    case 'enrolment.enrolled': {
      const data = { ...place, waiting: event.waiting };
      return { type: 'qianshou.training.enrolled.v1', data, regionCode };
    }
    case 'enrolment.seatGranted':
      return { type: 'qianshou.training.seat-granted.v1', data: place, regionCode };
    case 'enrolment.attendanceRecorded': {
      const data = { ...place, attendedHours: event.attendedHours };
      return { type: 'qianshou.training.attendance-recorded.v1', data, regionCode };
    }
    case 'enrolment.passed': {
      const { hours, certificateNo, passedOn } = event;
      const data = { ...place, hours, certificateNo, passedOn };
      return { type: 'qianshou.training.passed.v1', data, regionCode };
    }
    case 'enrolment.failed':
      return { type: 'qianshou.training.failed.v1', data: { ...place, result: event.result }, regionCode };
    case 'enrolment.withdrawn': {
      const data = { ...place, previous: event.previous };
      return { type: 'qianshou.training.withdrawn.v1', data, regionCode };
    }
    case 'enrolment.lapsed': {
      const data = { ...place, previous: event.previous };
      return { type: 'qianshou.training.lapsed.v1', data, regionCode };
    }
  }
}

export function publishCertificateEvent(
  event: CertificateEvent,
  certificate: TrainingCertificate,
): Publication {
  const { id: certificateId, enrolmentId, workerId, kind, countyCode: regionCode } = certificate;
  const { no: certificateNo, hours, issuedOn } = certificate;
  const data = { certificateId, enrolmentId, workerId, kind, regionCode, certificateNo };
  switch (event.type) {
    case 'certificate.issued': {
      const issued = { ...data, hours, issuedOn };
      return { type: 'qianshou.training.certificate-issued.v1', data: issued, regionCode };
    }
    case 'certificate.cancelled': {
      const cancelled = { ...data, postingId: event.postingId ?? null, hours };
      return { type: 'qianshou.training.certificate-cancelled.v1', data: cancelled, regionCode };
    }
  }
}
