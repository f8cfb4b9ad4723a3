import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { KeyRing, SigningKey } from '@qianshou/service-kit/identity';
import type { LogPlace } from '../domain/feed/log-places.ts';

/** A position as partners hold it: nothing can be read from it, not even how much happened between two of them. */
export interface PositionTokens {
  readonly write: (place: LogPlace) => string;
  /** Null for what no key of ours has written. */
  readonly read: (token: string) => LogPlace | null;
}

/** For more than one log in one hub, later. */
const LANE = 0;
const BYTES = 16;
const TOKEN = /^[\w-]{22}$/;
/** Zeros between lane and place: what another key has written does not have them. */
const CHECK = { at: 1, bytes: 3 };

/** One block of AES: lane, check, epoch and place in six bytes each. */
export function positionTokens(keys: KeyRing): PositionTokens {
  return {
    write: ({ epoch, seq }) => {
      const block = Buffer.alloc(BYTES);
      block.writeUInt8(LANE);
      block.writeUIntBE(epoch, 4, 6);
      block.writeUIntBE(seq, 10, 6);
      const cipher = createCipheriv('aes-128-ecb', keyOf(keys.signing), null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
    },
    read: (token) => {
      if (!TOKEN.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      return (
        [...keys.byId.values()].map((key) => placeIn(bytes, key)).find((place) => place !== null) ?? null
      );
    },
  };
}

function placeIn(bytes: Buffer, key: SigningKey): LogPlace | null {
  const decipher = createDecipheriv('aes-128-ecb', keyOf(key), null).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(bytes), decipher.final()]);
  if (block.readUInt8() !== LANE || block.readUIntBE(CHECK.at, CHECK.bytes) !== 0) return null;
  return { epoch: block.readUIntBE(4, 6), seq: block.readUIntBE(10, 6) };
}

function keyOf({ secret }: SigningKey): Buffer {
  return createHmac('sha256', secret).update('qianshou partners positions').digest().subarray(0, BYTES);
}
