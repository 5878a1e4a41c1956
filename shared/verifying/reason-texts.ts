import { contentReasonTexts } from './reason-texts-content.ts';
import { sealReasonTexts } from './reason-texts-seal.ts';
import type { ReasonCode } from './reasons.ts';

/** A sentence for each reason, for whoever looks closer than the verdict. A reason without its sentence does not compile. */
export const reasonTexts: Readonly<Record<ReasonCode, { de: string; en: string }>> = {
  ...sealReasonTexts,
  ...contentReasonTexts,
};
