import { type SealAnchors, type Sealer, SealerAway } from '../../ports/sealer.ts';

export type PatientOptions = {
  open: () => Promise<Sealer>;
  anchors: () => Promise<SealAnchors>;
  /** Told once, when the office opens without its seal. */
  onAway(problem: SealerAway): void;
  /** How long nobody asks a keeper that was away. */
  restSeconds?: number;
};

/**
 * An office opens also while its hardware module or its signing service does not answer: the counter works, documents
 * wait for their seal, and the keeper is asked anew by whoever needs it. What is wrong otherwise is refused at the start.
 */
export async function patientSealer(options: PatientOptions): Promise<Sealer> {
  const { open, anchors, onAway, restSeconds = 5 } = options;
  let opened: Sealer | undefined;
  let opening: Promise<Sealer> | undefined;
  let rest: { until: number; problem: unknown } | undefined;

  async function keeper(): Promise<Sealer> {
    if (opened) return opened;
    if (rest && performance.now() < rest.until) throw rest.problem;
    opening ??= open().finally(() => {
      opening = undefined;
    });
    try {
      opened = await opening;
      return opened;
    } catch (problem) {
      rest = { until: performance.now() + restSeconds * 1000, problem };
      throw problem;
    }
  }

  await keeper().catch((problem: unknown) => {
    if (!(problem instanceof SealerAway)) throw problem;
    onAway(problem);
  });
  return {
    certificates: async () => (await keeper()).certificates(),
    sign: async (order) => (await keeper()).sign(order),
    anchors: async () => (opened ? opened.anchors() : anchors()),
    seals: async () => (await keeper().catch(() => undefined))?.seals() ?? [],
  };
}
