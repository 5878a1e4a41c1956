/** What a measurement says: one value with its unit, its limit where there is one, and the raw part it stands beside. */
export type Figure = {
  id: string;
  value: number;
  unit: string;
  /** The value may be as large as this. */
  limit?: number;
  ok: boolean;
  /** The id of the figure that is this one's raw part; `ratio` is this value by that one. */
  comparedTo?: string;
  ratio?: number;
};

/** How much is done: everything, or as little as still shows that the measurement runs. */
export type Scale = {
  isQuick: boolean;
  /** What is measured on, where the measurement takes files. */
  files?: readonly string[];
};

export type Measurement = (scale: Scale) => Promise<readonly Figure[]>;

export function figure({
  id,
  value,
  unit,
  limit,
  raw,
}: {
  id: string;
  value: number;
  unit: string;
  limit?: number;
  raw?: Figure;
}): Figure {
  const rounded = round(value);
  return {
    id,
    value: rounded,
    unit,
    ...(limit !== undefined && { limit }),
    // What could not be measured has not held its limit.
    ok: Number.isFinite(value) && (limit === undefined || value <= limit),
    ...(raw && { comparedTo: raw.id, ratio: round(value / raw.value) }),
  };
}

/** The smallest of the values that at least this share of all does not exceed; `NaN` of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

const round = (value: number): number => Number(value.toPrecision(4));
