import type { Ports } from '../ports.ts';
import { cancelCertificate } from './cancel-certificate.ts';
import { listCertificates } from './list-certificates.ts';
import { findCertificate } from './find-certificate.ts';
import { isCertificateGenuine } from './is-certificate-genuine.ts';
import { onCertificateClockStarted } from './on-certificate-clock-started.ts';
import { onCertificateDeadlineNear } from './on-certificate-deadline-near.ts';
import { onCertificateRequirementMet } from './on-certificate-requirement-met.ts';
import { onQualificationChanged, onQualificationObtained } from './on-qualification-obtained.ts';
import { reprintCertificate } from './reprint-certificate.ts';

export function useCasesOfCertificate(ports: Ports) {
  return {
    cancelCertificate: cancelCertificate(ports),
    findCertificate: findCertificate(ports),
    listCertificates: listCertificates(ports),
    onCertificateClockStarted: onCertificateClockStarted(ports),
    onCertificateDeadlineNear: onCertificateDeadlineNear(ports),
    onCertificateRequirementMet: onCertificateRequirementMet(ports),
    onQualificationChanged: onQualificationChanged(ports),
    isCertificateGenuine: isCertificateGenuine(ports),
    reprintCertificate: reprintCertificate(ports),
    onQualificationObtained: onQualificationObtained(ports),
  };
}
