import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cached-folder.ts';
import type { Report } from './report.ts';
import { runCommand } from './run-command.ts';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>qianshou</groupId><artifactId>local-kafka</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.1.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;

const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** A folder with the broker's jars. Maven checks each against the checksum of its repository. */
export function kafkaJars(report: Report): Promise<string> {
  return cachedFolder({
    name: 'kafka-4.1.1',
    fetch: async (folder) => {
      report('fetching Kafka 4.1.1 (43 MB) with Maven');
      const pom = join(folder, 'pom.xml');
      await writeFile(pom, POM);
      const options = ['-DincludeScope=runtime', `-DoutputDirectory=${folder}`, '--strict-checksums'];
      const { ok, output } = await runCommand('mvn', ['-B', '-q', '-f', pom, COPY, ...options]);
      if (!ok) throw new Error(`Maven could not fetch Kafka: ${firstError(output)}`);
      await rm(pom);
      await requireBroker(folder);
    },
  });
}

async function requireBroker(folder: string): Promise<void> {
  const jars = await readdir(folder);
  for (const needed of ['kafka_2.13-4.1.1.jar', 'kafka-clients-4.1.1.jar', 'slf4j-simple-1.7.36.jar']) {
    if (!jars.includes(needed)) throw new Error(`the download of Kafka lacks ${needed}`);
  }
}

function firstError(output: string): string {
  const error = output.split('\n').find((line) => line.includes('ERROR'));
  return error?.replace(/.*ERROR\S*\s*/, '').slice(0, 200) ?? 'mvn was not found';
}
