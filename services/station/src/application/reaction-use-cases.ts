import { followPolicies } from './follow-policies.ts';
import { importReferenceFiles } from './import-reference-files.ts';
import { noteOverdueComplaints } from './note-overdue-complaints.ts';
import { noteOverdueRectifications } from './note-overdue-rectifications.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyRevised } from './on-agency-revised.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onPostingEnded } from './on-posting-ended.ts';
import { onPostingStarted } from './on-posting-started.ts';
import { onWorkerRegistered } from './on-worker-registered.ts';
import type { Ports } from './ports.ts';

/** What other services, the clock and the start of the process set off. */
export function reactionUseCases(ports: Ports) {
  return {
    followPolicies: followPolicies(ports),
    importReferenceFiles: importReferenceFiles(ports),
    noteOverdueComplaints: noteOverdueComplaints(ports),
    noteOverdueRectifications: noteOverdueRectifications(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyRevised: onAgencyRevised(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onPostingEnded: onPostingEnded(ports),
    onPostingStarted: onPostingStarted(ports),
    onWorkerRegistered: onWorkerRegistered(ports),
  };
}
