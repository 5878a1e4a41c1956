import type { InferOutput } from 'valibot';
import type { Pairing, PublicJwk } from '../../../../shared/wire/devices.ts';

/**
 * The only thing a tablet keeps at rest: who it is, and the key it signs with. Nothing of a citizen ever comes here,
 * because deleted rows stay in the browser's files (signing.md 8).
 */
export type StoredDevice = {
  /** Not extractable: it signs, and nobody can read it out through a page. */
  privateKey: CryptoKey;
  publicJwk: InferOutput<typeof PublicJwk>;
  pairing: InferOutput<typeof Pairing>;
};

/** Raise it with any change of `StoredDevice`, and say in `upgrade` what becomes of what lies there. */
export const storeVersion = 1;
const storeName = 'schalter-tablet';
const table = 'device';
const key = 'this';

export type DeviceStore = {
  read(): Promise<StoredDevice | undefined>;
  write(device: StoredDevice): Promise<void>;
  clear(): Promise<void>;
};

/** Opens the store once an action; a tablet does so at start, at pairing and at unpairing, never in between. */
export function makeDeviceStore(factory: IDBFactory = indexedDB): DeviceStore {
  const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const db = await open(factory);
    try {
      const transaction = db.transaction(table, mode);
      const request = act(transaction.objectStore(table));
      await new Promise<void>((done, fail) => {
        transaction.oncomplete = () => done();
        transaction.onabort = () => fail(transaction.error ?? new Error('the device store gave up'));
      });
      return request.result;
    } finally {
      db.close();
    }
  };
  return {
    // Only `write` puts something under this key, and only in this version's shape.
    read: async () => (await run('readonly', (store) => store.get(key))) as StoredDevice | undefined,
    write: async (device) => void (await run('readwrite', (store) => store.put(device, key))),
    clear: () => run('readwrite', (store) => store.clear()),
  };
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = factory.open(storeName, storeVersion);
    request.onupgradeneeded = (event) => upgrade(request.result, event.oldVersion);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error('the device store does not open'));
  });
}

/** Walks from the version that was found to this one, one step a version. */
function upgrade(db: IDBDatabase, from: number): void {
  if (from < 1) db.createObjectStore(table);
}
