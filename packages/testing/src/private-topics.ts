import type { Broker } from '@qianshou/service-kit/kafka';

/** The same broker with topics and groups of its own for one test file: what others publish stays out of its way. */
export function withPrivateTopics(broker: Broker, prefix: string): Broker {
  const own = (topic: string): string => `${prefix}.${topic}`;
  const plain = (topic: string): string => topic.slice(prefix.length + 1);
  return {
    ...broker,
    publish: (messages) =>
      broker.publish(messages.map((message) => ({ ...message, topic: own(message.topic) }))),
    start: (group, topics, handle, watch) =>
      broker.start(
        own(group),
        topics.map(own),
        (batch) =>
          handle({
            ...batch,
            topic: plain(batch.topic),
            messages: batch.messages.map((message) => ({ ...message, topic: plain(message.topic) })),
          }),
        watch,
      ),
    ensureTopics: (topics) =>
      broker.ensureTopics(topics.map((topic) => ({ ...topic, name: own(topic.name) }))),
    listTopics: async () =>
      (await broker.listTopics()).filter((topic) => topic.startsWith(`${prefix}.`)).map(plain),
    offsets: async (group, topics) => {
      const found = await broker.offsets(own(group), topics.map(own));
      return found.map((each) => ({ ...each, topic: plain(each.topic) }));
    },
    rewind: (group, topics) => broker.rewind(own(group), topics.map(own)),
  };
}
