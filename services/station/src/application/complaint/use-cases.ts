import type { Ports } from '../ports.ts';
import { fileComplaint } from './file-complaint.ts';
import { handleComplaint } from './handle-complaint.ts';
import { listComplaints } from './list-complaints.ts';
import { noteOverdueComplaints } from './note-overdue-complaints.ts';
import { strikeComplaint } from './strike-complaint.ts';

export function useCasesOfComplaint(ports: Ports) {
  return {
    fileComplaint: fileComplaint(ports),
    handleComplaint: handleComplaint(ports),
    listComplaints: listComplaints(ports),
    noteOverdueComplaints: noteOverdueComplaints(ports),
    strikeComplaint: strikeComplaint(ports),
  };
}
