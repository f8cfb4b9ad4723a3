import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './public-address.ts';

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'ADDRESS_REFUSED';

  constructor(host: string) {
    super(`${host} does not lead to the public network`);
  }
}

/** One answer to a call, slow or not. */
const PATIENCE_MS = 15_000;

const LOOPBACK = ['127.0.0.1', '::1'];

/** Why a host that is an address itself is not called; null for a name, which is looked up, and for what may be called. */
export function hostRefusal(hostname: string, allowsLoopback: boolean): AddressRefused | null {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 || mayCall(host, allowsLoopback) ? null : new AddressRefused(host);
}

function mayCall(address: string, allowsLoopback: boolean): boolean {
  return isPublicAddress(address) || (allowsLoopback && LOOPBACK.includes(address));
}

/**
 * Looks a name up once, within the connection, and connects to what was found and judged: between the judgement and the
 * call nobody can answer otherwise. One inner address among several refuses all of them.
 */
export function guardedLookup(allowsLoopback: boolean, resolveAll: typeof resolve = resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolveAll(hostname, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[] | undefined;
      if (error !== null) return callback(error, '');
      const inner = addresses?.find(({ address }) => !mayCall(address, allowsLoopback));
      const [first] = addresses ?? [];
      if (inner !== undefined || first === undefined) return callback(new AddressRefused(hostname), '');
      if (options.all === true) return callback(null, addresses as LookupAddress[]);
      return callback(null, first.address, first.family);
    });
  };
}

/** Connections to endpoints: no proxy of the environment, no redirect, no more patience than is good for the others. */
export function guardedAgent(allowsLoopback: boolean): Agent {
  return new Agent({
    connect: { lookup: guardedLookup(allowsLoopback), timeout: 5_000 },
    headersTimeout: PATIENCE_MS,
    bodyTimeout: PATIENCE_MS,
    keepAliveTimeout: 10_000,
    connections: 16,
  });
}
