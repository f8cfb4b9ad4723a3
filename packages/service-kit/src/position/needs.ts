import { SERVICES, type ServiceName } from '@qianshou/events';

/** An aggregate, at least as it was with this version. */
export interface AggregateNeed {
  readonly aggregate: string;
  readonly id: string;
  readonly version: number;
}

/** A service's log, at least up to this place of this life of it. */
export interface LogNeed {
  readonly service: ServiceName;
  readonly epoch: number;
  readonly seq: number;
}

/** What an answer must not be older than. */
export interface Needs {
  readonly aggregates: readonly AggregateNeed[];
  readonly logs: readonly LogNeed[];
  /** Whether copies of others' facts have to hold their logs, too: that takes a question to the broker. */
  readonly copies: boolean;
}

/** From the gateway to the services, as `station/sta_…@7 log/pairing@1.5000 copies`. */
export const AT_LEAST_HEADER = 'x-qianshou-at-least';

const MOST = 60;
const COPIES = 'copies';
const AGGREGATE = /^([a-z-]{1,40})\/([\w-]{1,80})@(\d{1,15})$/;
const LOG = /^log\/([a-z]{1,20})@(\d{1,15})\.(\d{1,15})$/;

export function writeNeeds({ aggregates, logs, copies }: Needs): string {
  return [
    ...aggregates.map(({ aggregate, id, version }) => `${aggregate}/${id}@${version}`),
    ...logs.map(({ service, epoch, seq }) => `log/${service}@${epoch}.${seq}`),
    ...(copies ? [COPIES] : []),
  ].join(' ');
}

/** Null where nothing is asked for; what cannot be read is passed over, since the gateway has read it before. */
export function readNeeds(header: string | undefined): Needs | null {
  if (header === undefined) return null;
  const words = header.split(' ').slice(0, MOST);
  const logs = words.flatMap((word) => logOf(word) ?? []);
  const aggregates = words.flatMap((word) => aggregateNeedOf(word) ?? []);
  return logs.length + aggregates.length === 0 ? null : { aggregates, logs, copies: words.includes(COPIES) };
}

export function aggregateNeedOf(word: string): AggregateNeed | null {
  const [, aggregate, id, version] = AGGREGATE.exec(word) ?? [];
  if (aggregate === undefined || id === undefined || aggregate === 'log') return null;
  return { aggregate, id, version: Number(version) };
}

function logOf(word: string): LogNeed | null {
  const [, name, epoch, seq] = LOG.exec(word) ?? [];
  const service = SERVICES.find((each) => each === name);
  return service === undefined ? null : { service, epoch: Number(epoch), seq: Number(seq) };
}
