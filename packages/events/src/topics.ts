import { SERVICES, type ServiceName } from './define-event.ts';

export interface Topic {
  readonly name: string;
  readonly owner: ServiceName;
  /** For life: another count would move keys to other partitions and break the order per aggregate. */
  readonly partitions: number;
}

export function topicOf(service: ServiceName): string {
  return `qianshou.${service}.v1`;
}

/** One topic per service and major version, created by code; the broker's auto-creation is off. */
export const TOPICS: readonly Topic[] = SERVICES.map((owner) => ({
  name: topicOf(owner),
  owner,
  partitions: 6,
}));
