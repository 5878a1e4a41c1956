import type { Tx } from './client.ts';
import { desks } from '../features/devices/tables.ts';
import { staff } from '../features/staff/tables.ts';

/**
 * The one demo office: the same people and desks for `npm start`, tests, journeys and pictures. Everybody in it is
 * invented, and says so. Filling it twice changes nothing.
 */
export async function fillDemoOffice(tx: Tx): Promise<void> {
  await tx.insert(staff).values(demoStaff).onConflictDoNothing();
  await fillDesks(tx);
}

/** The desks of the two sites of Leinfelden-Echterdingen, demo or not. */
export async function fillDesks(tx: Tx): Promise<void> {
  const all = ['Echterdingen', 'Leinfelden'].flatMap((site) =>
    [1, 2, 3, 4].map((place) => ({ deskId: `${site.toLowerCase()}-${place}`, name: `Platz ${place}`, site })),
  );
  await tx.insert(desks).values(all).onConflictDoNothing();
}

const demoStaff: (typeof staff.$inferInsert)[] = [
  { staffId: 'demo-clerk-1', name: 'DEMO Karin Beispiel', role: 'clerk', isDemo: true },
  { staffId: 'demo-clerk-2', name: 'DEMO Yusuf Muster', role: 'clerk', isDemo: true },
  { staffId: 'demo-lead', name: 'DEMO Petra Vorlage', role: 'lead', isDemo: true },
  { staffId: 'demo-administrator-1', name: 'DEMO Anton Probe', role: 'administrator', isDemo: true },
  { staffId: 'demo-administrator-2', name: 'DEMO Mira Entwurf', role: 'administrator', isDemo: true },
];
