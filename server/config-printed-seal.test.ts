import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const right = {
  PRINTED_SEAL: 'pem',
  PRINTED_SEAL_KEY_FILE: '/p.key',
  PRINTED_SEAL_CERTIFICATE_FILE: '/p.pem',
  PRINTED_SEAL_SIGNER: 'DEXY',
  PRINTED_SEAL_HOUSING: '7, 8, 9',
};
const sentencesOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
};

test('printed seals are off until an office switches them on', () => {
  expect(readConfig({}).printedSeal).toBe('off');
});

test('an office says signer and numbers of its profile, and nothing is guessed', () => {
  expect(readConfig(right)).toMatchObject({
    printedSeal: 'pem',
    printed: {
      signer: 'DEXY',
      keyFile: '/p.key',
      certificateFile: '/p.pem',
      housingNumbers: { 'alleinige Wohnung': 7, Hauptwohnung: 8, Nebenwohnung: 9 },
    },
  });
});

test.for([
  [{ PRINTED_SEAL: 'on' }, 'PRINTED_SEAL must be off or pem'],
  [{ PRINTED_SEAL_KEY_FILE: '' }, 'PRINTED_SEAL_KEY_FILE and PRINTED_SEAL_CERTIFICATE_FILE'],
  [{ PRINTED_SEAL_SIGNER: 'de' }, 'PRINTED_SEAL_SIGNER'],
  [{ PRINTED_SEAL_HOUSING: '' }, 'PRINTED_SEAL_HOUSING'],
  [{ PRINTED_SEAL_HOUSING: '0,1' }, 'PRINTED_SEAL_HOUSING'],
  [{ PRINTED_SEAL_HOUSING: '0,1,1' }, 'PRINTED_SEAL_HOUSING'],
  [{ PRINTED_SEAL_HOUSING: '0,1,256' }, 'PRINTED_SEAL_HOUSING'],
] as const)('%o is refused in one sentence', ([change, part]) => {
  const sentences = sentencesOf({ ...right, ...change });
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toContain(part);
});
