import { createSignal, Show } from 'solid-js';
import { formatInstant } from '../../../kit/i18n/dates.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { StateChip } from '../../../kit/ui/StateChip.tsx';
import { Table } from '../../../kit/ui/Table.tsx';
import type { OfficeProps } from './Office.tsx';
import { PairingDialog } from './PairingDialog.tsx';
import type { Device, PairingCode } from './requests.ts';
import { text } from './text.ts';

type Props = {
  devices: readonly Device[];
  desks: OfficeProps['desks'];
  deskId: string;
  mayRevoke: boolean;
  onOpenPairing(wish: { deskId: string; name: string }): Promise<PairingCode>;
  onReread(): void;
  onRevoke(deviceId: string): void;
};

/** Every tablet of the office: where it stands, when it was last heard of, and how another one joins. */
export function Tablets(props: Props) {
  const [isPairing, setPairing] = createSignal(false);
  const [asked, setAsked] = createSignal<Device>();
  const deskName = (deskId: string) => props.desks.find((desk) => desk.deskId === deskId)?.name ?? deskId;
  const invitedOf = ({ invited }: Device) => invited && text.invitedBy(invited.name, formatInstant(invited.at));
  const revokeOf = (one: Device) => (
    <Show when={one.state === 'paired'}>
      <Button kind="quiet" onPress={() => setAsked(one)} label={text.revokeOne(one.name)}>
        {text.revoke}
      </Button>
    </Show>
  );
  return (
    <Card title={text.tablets}>
      <Table
        caption={text.tabletList}
        hideCaption
        rows={props.devices}
        empty={text.noTablets}
        columns={[
          { id: 'name', head: text.name, cell: (one) => one.name, isRowHead: true },
          { id: 'desk', head: text.desk, cell: (one) => deskName(one.deskId) },
          { id: 'number', head: text.number, cell: (one) => one.number },
          {
            id: 'seen',
            head: text.lastSeen,
            cell: (one) => (one.lastSeenAt === null ? text.never : formatInstant(one.lastSeenAt)),
          },
          // Only whoever may block tablets is told who let them in.
          ...(props.mayRevoke ? [{ id: 'invited', head: text.invited, cell: (one: Device) => invitedOf(one) }] : []),
          {
            id: 'state',
            head: text.state,
            cell: (one) => (
              <StateChip
                kind={one.state === 'paired' ? 'success' : 'danger'}
                words={one.state === 'paired' ? text.paired : text.revoked}
                small
              />
            ),
          },
          ...(props.mayRevoke ? [{ id: 'do', head: text.actions, cell: revokeOf }] : []),
        ]}
      />
      <div class="office__pair">
        <Button onPress={() => setPairing(true)}>{text.pair}</Button>
      </div>
      <PairingDialog
        open={isPairing()}
        desks={props.desks}
        deskId={props.deskId}
        onOpenPairing={(wish) => props.onOpenPairing(wish)}
        onClose={() => {
          setPairing(false);
          props.onReread();
        }}
      />
      <Dialog
        open={asked() !== undefined}
        title={text.revokeOne(asked()?.name ?? '')}
        onClose={() => setAsked(undefined)}
        footer={
          <>
            <Button kind="quiet" onPress={() => setAsked(undefined)}>
              {text.cancel}
            </Button>
            <Button
              onPress={() => {
                const device = asked();
                setAsked(undefined);
                if (device) props.onRevoke(device.deviceId);
              }}
            >
              {text.revoke}
            </Button>
          </>
        }
      >
        <p class="kern-body">{text.revokeBody}</p>
      </Dialog>
    </Card>
  );
}
