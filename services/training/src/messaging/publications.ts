import type { Publication } from '@qianshou/events';
import type { Enrolment, EnrolmentEvent } from '../domain/class/enrolment-state.ts';
import type { Programme, ProgrammeEvent } from '../domain/programme/programme.ts';
import type { CertificateEvent, TrainingCertificate } from '../domain/certificate/training-certificate.ts';
import type { ClassEvent, TrainingClass } from '../domain/class/class-state.ts';

/** Domain event -> published event: ids, codes and counts, nothing that names a person. */
export function publishProgrammeEvent(event: ProgrammeEvent, programme: Programme): Publication {
  const { id: programmeId, kind, plannedHours } = programme;
  const data = { programmeId, kind, plannedHours };
  const of = { data, regionCode: null };
  switch (event.type) {
    case 'programme.announced':
      return { type: 'qianshou.training.programme-announced.v1', ...of };
    case 'programme.revised':
      return { type: 'qianshou.training.programme-revised.v1', ...of };
    case 'programme.closed':
      return { type: 'qianshou.training.programme-closed.v1', ...of };
  }
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
      return {
        type: 'qianshou.training.class-cancelled.v1',
        data: { ...data, replacementClassId: event.replacementClassId },
        regionCode,
      };
    case 'class.revised':
      return { type: 'qianshou.training.class-revised.v1', data: timetable(group), regionCode };
    case 'class.corrected':
      return { type: 'qianshou.training.class-corrected.v1', data: timetable(group), regionCode };
    case 'class.resultsAwaited':
      return { type: 'qianshou.training.class-results-awaited.v1', data, regionCode };
    case 'class.postponed': {
      const postponed = { ...timetable(group), from: event.from };
      return { type: 'qianshou.training.class-postponed.v1', data: postponed, regionCode };
    }
    case 'class.interrupted': {
      const interrupted = { ...data, interruptedOn: event.interruptedOn };
      return { type: 'qianshou.training.class-interrupted.v1', data: interrupted, regionCode };
    }
  }
}

function timetable(group: TrainingClass) {
  const { id: classId, programmeId, kind, regionCode, organiserAgencyId, hours, startsOn, endsOn } = group;
  const seats = group.capacity;
  return { classId, programmeId, kind, regionCode, organiserAgencyId, seats, hours, startsOn, endsOn };
}

/** Records of before do not say it. */
function countedIn({ programmeId, year }: Pick<Enrolment, 'programmeId' | 'year'>) {
  return programmeId && year ? { programmeId, year } : {};
}

/** A place counts in the worker's county, wherever the class is held. */
export function publishEnrolmentEvent(event: EnrolmentEvent, enrolment: Enrolment): Publication {
  const { id: enrolmentId, classId, workerId, postingId, kind, countyCode: regionCode } = enrolment;
  const place = { enrolmentId, classId, workerId, postingId, kind, regionCode, ...countedIn(enrolment) };
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
      const data = { ...place, previous: event.previous, cause: event.cause };
      return { type: 'qianshou.training.lapsed.v1', data, regionCode };
    }
    case 'enrolment.resultStruck': {
      const data = { ...place, before: event.before };
      return { type: 'qianshou.training.result-struck.v1', data, regionCode };
    }
    case 'enrolment.resultCorrected': {
      const { before, result, hours } = event;
      const data = { ...place, before: before.result, hoursBefore: before.hours, result, hours };
      return { type: 'qianshou.training.result-corrected.v1', data, regionCode };
    }
    case 'enrolment.makeUpHeld': {
      const data = { ...place, outcome: event.outcome };
      return { type: 'qianshou.training.make-up-held.v1', data, regionCode };
    }
    case 'enrolment.interrupted': {
      const data = { ...place, attendedHours: event.attendedHours };
      return { type: 'qianshou.training.interrupted.v1', data, regionCode };
    }
  }
}

export function publishCertificateEvent(
  event: CertificateEvent,
  certificate: TrainingCertificate,
): Publication {
  const { id: certificateId, enrolmentId, workerId, kind, countyCode: regionCode } = certificate;
  const { no: certificateNo, hours, issuedOn } = certificate;
  const of = { certificateId, enrolmentId, workerId, kind, regionCode, certificateNo };
  const data = { ...of, ...countedIn(certificate) };
  switch (event.type) {
    case 'certificate.issued': {
      const issued = { ...data, hours, issuedOn };
      return { type: 'qianshou.training.certificate-issued.v1', data: issued, regionCode };
    }
    case 'certificate.corrected': {
      const corrected = { ...data, hours, hoursBefore: event.hoursBefore };
      return { type: 'qianshou.training.certificate-corrected.v1', data: corrected, regionCode };
    }
    case 'certificate.reprinted': {
      const reprinted = { ...data, reprints: certificate.reprints ?? 0 };
      return { type: 'qianshou.training.certificate-reprinted.v1', data: reprinted, regionCode };
    }
    case 'certificate.cancelled': {
      const cancelled = { ...data, postingId: event.postingId ?? null, hours };
      return { type: 'qianshou.training.certificate-cancelled.v1', data: cancelled, regionCode };
    }
  }
}
