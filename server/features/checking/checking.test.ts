import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { must, startCounter } from '../../../tests/support/counter.ts';

test('anybody gets the roots and the lists of revoked certificates, as PEM, to check in the own browser', async () => {
  const counter = await startCounter();
  const { seal, timestamps, crls } = await must(counter.browser().api.api.checking.anchors.$get());
  expect(seal.map((pem) => new X509Certificate(pem).subject)).toEqual([
    expect.stringContaining('DEMO ohne Rechtswirkung'),
  ]);
  const list = expect.stringMatching(/^-----BEGIN X509 CRL-----\n[\w+/=\n]+-----END X509 CRL-----\n$/);
  // Those of the seal and of the time.
  expect(crls).toEqual([list, list]);
  expect(timestamps.map((pem) => new X509Certificate(pem).subject)).toEqual([
    expect.stringContaining('Zeitstempelwurzel'),
  ]);
  await counter.close();
});
