import * as jose from 'jose';
import { makeUuidV7 } from '../../shared/base/ids.ts';
import type { Browser } from './browser.ts';

/** An office that can be entered: the one of a test or a running one. */
export type OfficeWithDoors = { browser(): Browser; signedIn(staffId: string): Promise<Browser> };

/** A tablet without a screen: it holds a key, pairs, opens sessions and signs, as the real one does. */
export async function makeTablet(office: OfficeWithDoors) {
  const { publicKey, privateKey } = await jose.generateKeyPair('ES256', { extractable: true });
  const { x = '', y = '' } = await jose.exportJWK(publicKey);
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const;
  const deviceId = makeUuidV7(new Date(), crypto.getRandomValues(new Uint8Array(10)));
  const browser = office.browser();
  const sign = (typ: string, content: object) =>
    new jose.CompactSign(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ES256', typ })
      .sign(privateKey);
  const openSession = async () => {
    const { challenge } = await (await browser.api.api.devices.challenges.$post({ json: { deviceId } })).json();
    const proof = await sign('schalter-session+jwt', { challenge, deviceId });
    return await browser.api.api.devices.sessions.$post({ json: { deviceId, proof } });
  };
  return {
    deviceId,
    jwk,
    privateKey,
    browser,
    sign,
    openSession,
    async pair(code: string) {
      const proof = await sign('schalter-pairing+jwt', { code });
      return await browser.api.api.devices.pair.$post({ json: { deviceId, code, jwk, proof } });
    },
  };
}
export type TestTablet = Awaited<ReturnType<typeof makeTablet>>;

/** A tablet that stands at the desk, paired and with an open session. */
export async function pairedTablet(office: OfficeWithDoors, deskId = 'echterdingen-3'): Promise<TestTablet> {
  const clerk = await office.signedIn('demo-clerk-1');
  const { code } = await (await clerk.api.api.devices.pairings.$post({ json: { deskId, name: 'Tablet' } })).json();
  const tablet = await makeTablet(office);
  await tablet.pair(code);
  await tablet.openSession();
  return tablet;
}
