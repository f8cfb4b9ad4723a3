import { operation } from './graph-client.ts';
import type { Story } from './story.ts';

interface PostingAnswer {
  readonly posting: { readonly id: string; readonly status: string };
}

export const PROPOSE_POSTING = operation<{ proposePosting: PostingAnswer }>(/* GraphQL */ `
  mutation ProposePosting($input: ProposePostingInput!) {
    proposePosting(input: $input) {
      posting {
        id
        status
      }
    }
  }
`);

export const SIGN_POSTING = operation<{ signPosting: PostingAnswer }>(/* GraphQL */ `
  mutation SignPosting($input: SignPostingInput!) {
    signPosting(input: $input) {
      posting {
        id
        status
      }
    }
  }
`);

export const START_POSTING = operation<{ startPosting: PostingAnswer }>(/* GraphQL */ `
  mutation StartPosting($input: StartPostingInput!) {
    startPosting(input: $input) {
      posting {
        id
        status
      }
    }
  }
`);

export interface Post {
  readonly workerId: string;
  readonly role: 'STATION_HEAD' | 'DEPUTY_HEAD' | 'RESIDENT' | 'CENTRE_WORKER';
  readonly stationId?: string;
  readonly centreId?: string;
  readonly educationException?: string | null;
}

export async function proposePosting({ graph, today }: Story, persona: string, post: Post): Promise<string> {
  const { proposePosting: proposed } = await graph.ask(persona, PROPOSE_POSTING, {
    input: { ...post, startsOn: today },
  });
  return proposed.posting.id;
}

/** Officials and centre workers need no training of the operator: they come on duty at once. */
export async function startPosting(story: Story, persona: string, post: Post): Promise<void> {
  const postingId = await proposePosting(story, persona, post);
  await story.graph.ask(persona, START_POSTING, { input: { postingId, startedOn: story.today } });
}

/** PER-4: the party that the persona stands for signs the recruitment of a resident. */
export async function signPosting({ graph }: Story, persona: string, postingId: string): Promise<void> {
  await graph.ask(persona, SIGN_POSTING, { input: { postingId } });
}
