import type { Bytes } from '../../shared/base/bytes.ts';

/** Who vouches for the time at which something existed: an RFC 3161 service, near or far, quick or silent. */
export type Timestamps = {
  /**
   * A token over a SHA-256 digest, DER: checked in full, so that it may go into a document as it is. Whoever asks says
   * how long he waits. Throws `TimestampFailure`.
   */
  stamp(digest: Bytes, signal: AbortSignal): Promise<Bytes>;
  /** The roots of the service, DER; never taken from beside a file that is verified. */
  anchors(): Promise<readonly Bytes[]>;
  /** Lists of revoked certificates by these roots that are at hand, for whoever verifies; DER. Most have none. */
  lists?(): Promise<readonly Bytes[]>;
};

/** No token: nobody answered in time, or what was answered must not be used. */
export class TimestampFailure extends Error {
  readonly kind: 'no-answer' | 'answer-refused';
  constructor(kind: TimestampFailure['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
