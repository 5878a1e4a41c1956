import type { Answers } from '../../forms/answers.ts';
import { checkFields } from '../../forms/checks.ts';
import { answerAt, textAt } from '../../forms/paths.ts';
import { fieldAt } from '../../forms/set-answer.ts';
import type { AwaitedProof } from '../service.ts';
import { definition } from './definition.ts';

/**
 * Everything is there but the Wohnungsgeberbestätigung: the case waits for it (§§ 19, 23 Abs. 1 BMG, R-027). Answers
 * that are marked sensitive are not asked about, because whoever wants to know this may not see them yet.
 */
export function awaitedProof(answers: Answers): AwaitedProof | undefined {
  if (answerAt(answers, 'selbstEigentuemer') !== false || textAt(answers, 'nachweis') !== '') return undefined;
  const isElse = (path: string) => path !== 'nachweis' && fieldAt(definition, path)?.sensitive === undefined;
  return checkFields(definition, answers).some(({ path }) => isElse(path)) ? undefined : 'landlord-proof';
}
