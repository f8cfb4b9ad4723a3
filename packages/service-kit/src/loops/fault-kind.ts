import { causesOf } from '../faults/causes.ts';
import { isOutage } from '../mongo/outage.ts';

export const FAULT_KINDS = ['DISK_FULL', 'TOPIC_MISSING', 'DATABASE_AWAY', 'BROKER_AWAY', 'OTHER'] as const;

/** What an operator has to do something about, however the error is wrapped. */
export type FaultKind = (typeof FAULT_KINDS)[number];

const OUT_OF_DISK_SPACE = 14_031;

export function faultKind(error: unknown): FaultKind {
  const causes = causesOf(error);
  if (causes.some(saysDiskFull)) return 'DISK_FULL';
  if (causes.some((cause) => typeOf(cause) === 'UNKNOWN_TOPIC_OR_PARTITION')) return 'TOPIC_MISSING';
  if (causes.some(ofBroker)) return 'BROKER_AWAY';
  return isOutage(error) ? 'DATABASE_AWAY' : 'OTHER';
}

export function remedyFor(kind: FaultKind): string | null {
  return REMEDIES[kind];
}

const REMEDIES: Readonly<Record<FaultKind, string | null>> = {
  DISK_FULL: 'a disk is full: make room on that of the server that says so',
  TOPIC_MISSING: 'a topic is missing: see docs/backup.md',
  DATABASE_AWAY: 'the database does not answer',
  BROKER_AWAY: 'the broker does not answer',
  OTHER: null,
};

/** A broker whose log disk is full, or broken, closes its log directory and says that its storage fails. */
function saysDiskFull(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    code === OUT_OF_DISK_SPACE ||
    code === 'ENOSPC' ||
    ['KAFKA_STORAGE_ERROR', 'LOG_DIR_NOT_FOUND'].includes(typeOf(error)) ||
    (typeof message === 'string' && /no space left on device/i.test(message))
  );
}

function typeOf(error: unknown): string {
  const { type } = error as { type?: unknown };
  return typeof type === 'string' ? type : '';
}

function ofBroker(error: unknown): boolean {
  const { name } = error as { name?: unknown };
  return typeof name === 'string' && name.startsWith('KafkaJS');
}
