import { SERVICES } from '@qianshou/events';
import { undecidedReactions } from '@qianshou/service-kit/copies';
import mongoose from 'mongoose';
import { afterAll, describe, expect, it } from 'vitest';
import { definitionOf, wireService } from '../wired-services.ts';

// Nothing is asked of a database here, and none is connected to.
const client = mongoose.createConnection('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 1 });
client.asPromise().catch(() => undefined);
afterAll(() => client.destroy());

describe.each(SERVICES)('the copies of %s', (service) => {
  const connection = client.useDb(service);
  const { subscriptions } = wireService(service, connection);
  const { copies } = definitionOf(service);

  it('are fed by reactions that are decided upon, one by one', () => {
    expect(undecidedReactions(copies, subscriptions)).toEqual([]);
  });

  it('are all those that it keeps', () => {
    const collections = Object.values(connection.models).map((model) => model.collection.collectionName);
    const named = collections.filter((name) => /_(replicas|facts)$/.test(name));

    expect(Object.values(copies.kept).toSorted()).toEqual(named.toSorted());
  });

  it('are fed by what it reacts to', () => {
    const handled = [...subscriptions.handlers.keys()];

    expect([...copies.fedBy, ...copies.deeds].filter((type) => !handled.includes(type))).toEqual([]);
  });
});
