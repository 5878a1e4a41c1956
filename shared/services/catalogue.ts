import type { serviceIds } from '../wire/cases.ts';
import { anmeldung } from './anmeldung/service.ts';
import type { Service } from './service.ts';

/** Every service the office offers. A further one is a folder beside `anmeldung` and a line here. */
export type ServiceId = (typeof serviceIds)[number];

export const services: Readonly<Record<ServiceId, Service>> = { anmeldung };
