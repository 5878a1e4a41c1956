import type { Role } from '../../http.ts';

/** Only a paired tablet sits at a counter; which case it may touch, its desk says (`lockCaseAtDesk`). */
export const may = { sit: ['device'] } as const satisfies Record<string, readonly Role[]>;
