import { randomBytes } from 'node:crypto';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { TimestampFailure, type Timestamps } from '../../ports/timestamps.ts';
import { timestampRequest } from '../../sealing/timestamp-request.ts';
import { checkTimestampAnswer, TimestampRefused } from '../../sealing/timestamp-token.ts';

export type StampWays = {
  /** Takes a request to the service and brings its answer, both DER. Throws where there is none. */
  ask(request: Bytes, signal: AbortSignal): Promise<Bytes>;
  /** The policy to ask for, if any, and those that are good enough; none named, any will do. */
  policy?: string | undefined;
  policies: readonly string[];
  anchors: Timestamps['anchors'];
  now: () => Date;
};

/** What every adapter does around its way to the service: asks with a fresh nonce, and checks what comes back. */
export function stampWith({ ask, policy, policies, anchors, now }: StampWays): Timestamps['stamp'] {
  return async (digest, signal) => {
    const question = { imprint: digest, nonce: new Uint8Array(randomBytes(8)), policy };
    const answer = await ask(timestampRequest(question), signal).catch((error: unknown) => {
      throw new TimestampFailure('no-answer', 'the time stamp service did not answer', { cause: error });
    });
    try {
      const trust = { anchors: await anchors(), policies, now: now() };
      return (await checkTimestampAnswer(answer, question, trust)).token;
    } catch (error) {
      // Roots that cannot be read are as good as no answer: the document goes on without, and the log says why.
      if (!(error instanceof TimestampRefused))
        throw new TimestampFailure('no-answer', 'the answer could not be checked', { cause: error });
      throw new TimestampFailure('answer-refused', error.message, { cause: error });
    }
  };
}
