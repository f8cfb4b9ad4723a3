import { endpointUrl } from '../domain/webhook/endpoint-url.ts';
import { eventAt } from './feed/event-at.ts';
import { followFeed } from './feed/follow-feed.ts';
import { followTypes, hasNewTypes } from './feed/follow-types.ts';
import { planSnapshot } from './feed/plan-snapshot.ts';
import { positionAt, positionNow } from './feed/position.ts';
import { readFeed } from './feed/read-feed.ts';
import { checkFeedStart } from './feed/start-of.ts';
import { takeRecords } from './feed/take-records.ts';
import type { Ports } from './ports.ts';
import { noteCaller } from './standing/note-caller.ts';
import {
  findPartnerStanding,
  restorePartnerAccess,
  withdrawPartnerAccess,
} from './standing/partner-standing.ts';
import {
  enableWebhookEndpoint,
  pauseWebhookEndpoint,
  removeWebhookEndpoint,
  replayWebhookEvents,
  rotateWebhookSecret,
  sendTestEvent,
  verifyWebhookEndpoint,
} from './webhook/change-webhook-endpoint.ts';
import { createWebhookEndpoint } from './webhook/create-webhook-endpoint.ts';
import { fillDeliveries, noteAttempt, passOver } from './webhook/deliver.ts';
import {
  curlOfDelivery,
  findEndpointToCall,
  findWebhookEndpoint,
  listWebhookEndpoints,
  previewWebhookEvents,
} from './webhook/read-webhook-endpoints.ts';

export type UseCases = ReturnType<typeof partnersUseCases>;

export function partnersUseCases(ports: Ports) {
  return { ...useCasesOfFeed(ports), ...useCasesOfStandings(ports), ...useCasesOfWebhooks(ports) };
}

function useCasesOfFeed(ports: Ports) {
  return {
    checkFeedStart: checkFeedStart(ports),
    eventAt: eventAt(ports),
    followFeed: followFeed(ports),
    followTypes: followTypes(ports),
    hasNewTypes: hasNewTypes(ports),
    heardOfServices: ports.feed.heard,
    planSnapshot: planSnapshot(ports),
    positionAt: positionAt(ports),
    positionNow: positionNow(ports),
    readFeed: readFeed(ports),
    readPosition: ports.readPosition,
    takeRecords: takeRecords(ports),
  };
}

function useCasesOfStandings(ports: Ports) {
  return {
    findPartnerStanding: findPartnerStanding(ports),
    noteCaller: noteCaller(ports),
    restorePartnerAccess: restorePartnerAccess(ports),
    withdrawPartnerAccess: withdrawPartnerAccess(ports),
  };
}

function useCasesOfWebhooks(ports: Ports) {
  return {
    curlOfDelivery: curlOfDelivery(ports),
    createWebhookEndpoint: createWebhookEndpoint(ports),
    enableWebhookEndpoint: enableWebhookEndpoint(ports),
    endpointsToCall: ports.endpoints.toCall,
    fillDeliveries: fillDeliveries(ports),
    findEndpointToCall: findEndpointToCall(ports),
    findWebhookEndpoint: findWebhookEndpoint(ports),
    listWebhookDeliveries: ports.deliveries.list,
    listWebhookEndpoints: listWebhookEndpoints(ports),
    noteAttempt: noteAttempt(ports),
    passOver: passOver(ports),
    pauseWebhookEndpoint: pauseWebhookEndpoint(ports),
    previewWebhookEvents: previewWebhookEvents(ports),
    publicKeys: ports.publicKeys,
    readUrl: (raw: string) => endpointUrl(raw, ports.allowsLoopback),
    removeWebhookEndpoint: removeWebhookEndpoint(ports),
    replayWebhookEvents: replayWebhookEvents(ports),
    rotateWebhookSecret: rotateWebhookSecret(ports),
    secretOf: ports.secretOf,
    sendTestEvent: sendTestEvent(ports),
    verifyWebhookEndpoint: verifyWebhookEndpoint(ports),
  };
}
