import type { Publication } from '@qianshou/events';
import type { Complaint, ComplaintEvent } from '../../domain/complaint/complaint.ts';

/** Kinds, days and outcomes; neither what was said nor what was answered leaves the service. */
export function publishComplaintEvent(event: ComplaintEvent, complaint: Complaint): Publication {
  const { townshipCode: regionCode } = complaint;
  const data = { ...complaint, complaintId: complaint.id };
  switch (event.type) {
    case 'complaint.received':
      return { type: 'qianshou.station.complaint-received.v1', data, regionCode };
    case 'complaint.overdue':
      return { type: 'qianshou.station.complaint-overdue.v1', data, regionCode };
    case 'complaint.struck': {
      const struck = { ...data, struckOn: event.struckOn, wasOverdue: event.wasOverdue };
      return { type: 'qianshou.station.complaint-struck.v1', data: struck, regionCode };
    }
    case 'complaint.handled': {
      const { outcome, handledOn, wasOverdue } = event;
      const handled = { ...data, outcome, handledOn, wasOverdue };
      return { type: 'qianshou.station.complaint-handled.v1', data: handled, regionCode };
    }
  }
}
