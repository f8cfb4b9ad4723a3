import { randomBytes } from 'node:crypto';
import { definitionOf, envelopeOf, type EventEnvelope } from '@qianshou/events';
import type { Actor, RegionCode } from '@qianshou/kernel';
import type { DoorAnswer } from '@qianshou/service-kit/graphql';
import { parseKeyRing } from '@qianshou/service-kit/identity';
import { type SubgraphUnderTest, subgraphUnderTest } from '@qianshou/testing';
import type { UseCases } from '../src/application/use-cases.ts';
import { partners, senderOf } from '../src/container.ts';
import type { SendDelivery } from '../src/delivery/send-delivery.ts';
import type { Loaders } from '../src/graphql/loaders.ts';

export const YIDU = '420581' as RegionCode;
export const HAIYUAN = '640522' as RegionCode;

const secret = randomBytes(32).toString('base64');

export interface PartnersGraph extends SubgraphUnderTest<UseCases, Loaders> {
  /** As the gateway passes it on. */
  readonly knock: (path: string, asked: Knock) => Promise<DoorAnswer>;
  /** As the dispatcher sends it. */
  readonly send: SendDelivery;
}

export interface Knock {
  readonly actor: Actor;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly gone?: AbortSignal;
}

export async function partnersGraph(): Promise<PartnersGraph> {
  const config = {
    allowsLoopback: true,
    partnerKeys: parseKeyRing({ keys: [{ id: 'k1', secret }] }, 'test'),
  };
  const graph = await subgraphUnderTest(partners, { config });
  return {
    ...graph,
    send: senderOf({ config }, graph.useCases),
    knock: (path, { actor, query = {}, headers = {}, gone = new AbortController().signal }) => {
      const door = graph.doors?.find((each) => each.path === path);
      if (door === undefined) throw new Error(`there is no door at ${path}`);
      return door.answer({ actor, language: 'en', query, header: (name) => headers[name], gone });
    },
  };
}

let told = 0;

/** An event as a service tells it. */
export function anEvent(type: string, regionCode: RegionCode | null = YIDU): EventEnvelope {
  told += 1;
  const number = told.toString(16).padStart(12, '0');
  return envelopeOf({
    id: `0192f3c4-0000-7000-8000-${number}`,
    time: new Date('2026-03-10T02:00:00Z'),
    type,
    aggregateId: `sta_0192f3c4-0000-7000-8000-${number}`,
    sequence: 1,
    regionCode,
    correlationId: 'test',
    data: definitionOf(type)?.example,
  });
}

/** As the intake hands it over. */
export const heardOf = (event: EventEnvelope, seq: number) => ({
  service: event.source.split('/').at(-1) as 'station',
  place: { epoch: 1, seq },
  event,
});

export const textOf = (body: DoorAnswer['body']): string => {
  if (typeof body !== 'string') throw new Error('a stream is read piece by piece');
  return body;
};

export const linesOf = ({
  body,
}: Pick<DoorAnswer, 'body'>): readonly (EventEnvelope & { readonly position: string })[] =>
  textOf(body)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
