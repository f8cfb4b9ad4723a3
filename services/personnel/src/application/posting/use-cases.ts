import type { Ports } from '../ports.ts';
import { endPosting } from './end-posting.ts';
import { listPostings } from './list-postings.ts';
import { onCentreClosed } from './on-centre-closed.ts';
import { onCentreOperatorChanged, onOperatorChanged } from './on-operator-changed.ts';
import { onStationClosed } from './on-station-closed.ts';
import { onStationRelocated } from './on-station-relocated.ts';
import { proposePosting } from './propose-posting.ts';
import { recordPastPosting } from './record-past-posting.ts';
import { reviewCertificateDeadlines, sweepCertificateDeadlines } from './review-certificate-deadlines.ts';
import { signPosting } from './sign-posting.ts';
import { startPosting } from './start-posting.ts';

export function useCasesOfPosting(ports: Ports) {
  return {
    endPosting: endPosting(ports),
    listPostings: listPostings(ports),
    onCentreClosed: onCentreClosed(ports),
    onCentreOperatorChanged: onCentreOperatorChanged(ports),
    onOperatorChanged: onOperatorChanged(ports),
    onStationClosed: onStationClosed(ports),
    onStationRelocated: onStationRelocated(ports),
    proposePosting: proposePosting(ports),
    recordPastPosting: recordPastPosting(ports),
    reviewCertificateDeadlines: reviewCertificateDeadlines(ports),
    signPosting: signPosting(ports),
    startPosting: startPosting(ports),
    sweepCertificateDeadlines: sweepCertificateDeadlines(ports),
  };
}
