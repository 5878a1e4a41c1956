import * as v from 'valibot';

/** Closed days of the evidence, the latest first. `problem` says why a root still waits for its time stamp. */
export const EvidenceDays = v.object({
  days: v.array(
    v.object({
      day: v.string(),
      root: v.string(),
      chains: v.number(),
      closedAt: v.string(),
      isStamped: v.boolean(),
      problem: v.nullable(v.picklist(['no-answer', 'answer-refused'])),
    }),
  ),
});
