/** Plain German. */
export const plain: Readonly<Record<string, string>> = {};
