/** What was filled in: a tree of plain values, in the shape of the definition's fields. */
export type Answer = string | number | boolean | null | Address | readonly Item[] | readonly string[] | Answers;
export type Answers = { readonly [fieldId: string]: Answer | undefined };

/** One entry of a list, such as one person. Its id is stable while others come and go: `p1`, `p2`. */
export type Item = Answers & { readonly id: string };

export type Address = {
  readonly street: string;
  readonly houseNumber: string;
  readonly addition?: string;
  readonly postcode: string;
  readonly city: string;
  /** Ortsteil of the office, where it has any. */
  readonly district?: string;
  /** Amtlicher Gemeindeschlüssel, eight digits; `99999999` where unknown. */
  readonly ags?: string;
  /** Three digits (Destatis); missing means Germany. */
  readonly state?: string;
};

/** Field ids and item ids joined by dots: `persons.p2.geburtsname`. */
export type Path = string;
