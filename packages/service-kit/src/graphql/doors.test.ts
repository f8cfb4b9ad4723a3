import { PUBLIC_ACTOR } from '@qianshou/kernel';
import { fastify } from 'fastify';
import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../logging/logger.ts';
import { unauthenticated } from './access.ts';
import { openDoors } from './doors.ts';

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly logged: number;
}

/** What a reader gets where the door fails with this. */
async function answerTo(failure: Error): Promise<Answered> {
  const app = fastify();
  let logged = 0;
  const write = (): void => void (logged += 1);
  openDoors(app, {
    doors: [{ path: '/feed', answer: () => Promise.reject(failure) }],
    identityOf: () => ({ actor: PUBLIC_ACTOR, language: 'en' }),
    logger: createLogger({ service: 'test', level: 'error' }, { write }),
  });
  const { statusCode: status, body } = await app.inject('/feed');
  await app.close();
  return { status, body: JSON.parse(body), logged };
}

describe('a door', () => {
  it('tells of a refusal what readers of the graph are told', async () => {
    const { status, body, logged } = await answerTo(unauthenticated());

    expect([status, logged]).toEqual([401, 0]);
    expect(body).toEqual({
      errors: [
        {
          message: expect.any(String),
          extensions: { code: 'UNAUTHENTICATED', kind: 'FORBIDDEN', details: {} },
        },
      ],
    });
  });

  it('tells nothing of a fault, and logs it', async () => {
    const { status, body, logged } = await answerTo(new Error('mongodb://secret'));

    expect([status, logged]).toEqual([500, 1]);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('says that a server is away', async () => {
    const { status, body } = await answerTo(new mongo.MongoNetworkError('connection closed'));

    expect(status).toBe(503);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });
});
