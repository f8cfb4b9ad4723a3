import type { Admin, Kafka } from 'kafkajs';
import type { Broker, PartitionOffsets } from './broker.ts';
import { withSettingNamed } from './refused-access.ts';

type TopicAdministration = Pick<Broker, 'ensureTopics' | 'listTopics' | 'offsets' | 'rewind'>;

/** Connected for each use: an idle administration connection would only be one more thing to lose. */
export function topicAdministration(kafka: Kafka, replicationFactor: number): TopicAdministration {
  const using = async <Result>(work: (admin: Admin) => Promise<Result>): Promise<Result> => {
    const admin = kafka.admin();
    await withSettingNamed(admin.connect());
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  };
  return {
    listTopics: () => using((admin) => admin.listTopics()),
    ensureTopics: (topics) =>
      using(async (admin) => {
        const existing = new Set(await admin.listTopics());
        const missing = topics.filter(({ name }) => !existing.has(name));
        if (missing.length === 0) return;
        // Two services that create the same topic at once: kafkajs answers false to the second, and all is well.
        await admin
          .createTopics({
            waitForLeaders: true,
            topics: missing.map(({ name, partitions }) => ({
              topic: name,
              numPartitions: partitions,
              replicationFactor,
              configEntries: topicSettings(replicationFactor),
            })),
          })
          .catch(leaveToTheirOwners);
      }),
    offsets: (group, topics) =>
      using(async (admin) => (await Promise.all(topics.map((topic) => read(admin, group, topic)))).flat()),
    rewind: (group, topics) =>
      using(async (admin) => {
        for (const topic of topics) await admin.resetOffsets({ groupId: group, topic, earliest: true });
      }),
  };
}

/** With a user of its own, a service may make its own topic alone; whose is missing then is told by who watches. */
function leaveToTheirOwners(error: unknown): void {
  const { errors = [error] } = error as { readonly errors?: readonly unknown[] };
  const types = new Set(errors.map((each) => (each as { readonly type?: unknown }).type));
  types.delete('TOPIC_ALREADY_EXISTS');
  if (types.size !== 1 || !types.has('TOPIC_AUTHORIZATION_FAILED')) throw error;
}

/** Kept for ever: until owners serve their history themselves, a new consumer learns the past from the topic. */
function topicSettings(replicationFactor: number): { name: string; value: string }[] {
  return [
    { name: 'retention.ms', value: '-1' },
    { name: 'min.insync.replicas', value: String(Math.max(1, replicationFactor - 1)) },
  ];
}

async function read(admin: Admin, group: string, topic: string): Promise<readonly PartitionOffsets[]> {
  const ends = await admin.fetchTopicOffsets(topic);
  const [ofTopic] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
  const committed = new Map(ofTopic?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
  return ends.map(({ partition, high, low }) => {
    const position = committed.get(partition) ?? -1n;
    return { topic, partition, committed: position < 0n ? BigInt(low) : position, end: BigInt(high) };
  });
}
