import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Issuer } from '../issuer/index.ts';

interface StoryOptions {
  readonly gatewayUrl: string;
  readonly issueToken: Issuer['issueToken'];
  readonly report: (line: string) => void;
}

interface Story {
  readonly playStory: (options: StoryOptions) => Promise<void>;
  readonly printScorecard: (options: StoryOptions) => Promise<void>;
}

const STORY = join(import.meta.dirname, '..', 'story', 'index.ts');

/** Plays Yidu's story through the gateway, as its personas, and prints the scorecard. */
export async function tellStory(gatewayUrl: string, { issueToken }: Issuer): Promise<void> {
  if (!existsSync(STORY)) return;
  const { playStory, printScorecard } = (await import(pathToFileURL(STORY).href)) as Story;
  const options = { gatewayUrl, issueToken, report: (line: string) => console.log(line) };
  await playStory(options);
  await printScorecard(options);
}
