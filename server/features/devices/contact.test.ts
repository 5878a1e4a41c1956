import { expect, test } from 'vitest';
import { startOffice } from '../../../tests/support/office.ts';
import { pairedTablet } from '../../../tests/support/tablet.ts';
import { findDevice } from './queries.ts';

test('the office knows when it last heard of a tablet, whatever the tablet asked', async () => {
  const office = await startOffice();
  const tablet = await pairedTablet(office);
  const seen = async () => (await findDevice(office.office.db, tablet.deviceId))?.lastSeenAt?.toISOString();
  office.pass(5);
  await tablet.browser.api.api.devices.me.$get();
  expect(await seen()).toBe('2026-11-23T09:00:00.000Z');
  office.pass(5);
  await tablet.browser.api.api.devices.me.$get();
  expect(await seen()).toBe('2026-11-23T09:00:10.000Z');
  await office.close();
});
