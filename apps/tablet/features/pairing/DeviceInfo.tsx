import { createSignal, Show } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { ValueList } from '../../../kit/ui/ValueList.tsx';
import type { StoredDevice } from './device-store.ts';
import { text } from './text.ts';

export type DeviceInfoProps = {
  device: StoredDevice;
  version: string;
  isConnected: boolean;
  /** Undefined while the browser has not answered. */
  isStorageKept: boolean | undefined;
  onUnpair(): Promise<void>;
  onBack(): void;
};

/** For the clerk: which tablet this is, and what the browser promises about keeping its key. */
export function DeviceInfo(props: DeviceInfoProps) {
  const [asks, setAsks] = createSignal(false);
  const rows = () => {
    const { device, desk, authority } = props.device.pairing;
    return [
      { id: 'name', label: text.name, value: device.name },
      { id: 'desk', label: text.desk, value: `${desk.name} · ${desk.site}` },
      { id: 'number', label: text.number, value: device.number },
      { id: 'office', label: text.office, value: authority.name },
      {
        id: 'connection',
        label: text.connection,
        value: <Say words={props.isConnected ? text.connected : text.notConnected} />,
      },
      {
        id: 'storage',
        label: text.storage,
        value: <Say words={props.isStorageKept === true ? text.storageKept : text.storageNotKept} />,
      },
      { id: 'key', label: text.key, value: <span class="fingerprint">{device.thumbprint}</span> },
      { id: 'version', label: text.version, value: props.version },
    ];
  };
  return (
    <div class="screen">
      <PageTitle title={text.info} />
      <Show when={props.isStorageKept === false}>
        <Notice kind="warning" title={text.storageTitle}>
          <p class="kern-body">
            <Say words={text.storageBody} />
          </p>
        </Notice>
      </Show>
      <ValueList rows={rows()} />
      <div class="actions actions--sticky">
        <Button kind="secondary" onPress={() => setAsks(true)}>
          <Say words={text.unpair} />
        </Button>
        <span class="actions__space" />
        <Button onPress={() => props.onBack()}>
          <Say words={text.back} />
        </Button>
      </div>
      <Dialog
        open={asks()}
        title={text.unpairTitle}
        onClose={() => setAsks(false)}
        footer={
          <>
            <Button kind="secondary" onPress={() => setAsks(false)}>
              <Say words={text.cancel} />
            </Button>
            <Button onPress={() => void props.onUnpair()}>
              <Say words={text.unpair} />
            </Button>
          </>
        }
      >
        <p class="kern-body">
          <Say words={text.unpairBody} />
        </p>
      </Dialog>
    </div>
  );
}
