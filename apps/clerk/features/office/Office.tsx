import { createResource, createSignal, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import type { InferOutput } from 'valibot';
import type { DeskView } from '../../../../shared/wire/devices.ts';
import type { LiveMessage } from '../../../../shared/wire/live.ts';
import type { StaffRole } from '../../../../shared/wire/staff.ts';
import { makeApi } from '../../../kit/api.ts';
import type { Words } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Card } from '../../../kit/ui/Card.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { ThemeSwitch } from '../../../kit/ui/ThemeSwitch.tsx';
import { Tablets } from './Tablets.tsx';
import { Ladder } from './Ladder.tsx';
import { People } from './People.tsx';
import { SealNotices, Seals } from './Seals.tsx';
import { makeRequests } from './requests.ts';
import { text } from './text.ts';
import './office.css';

export type OfficeProps = {
  role: StaffRole;
  desks: readonly InferOutput<typeof DeskView>[];
  deskId: string;
  onLive(listener: (message: LiveMessage) => void): () => void;
};

/** The office behind the counter: tablets for everybody, people for the lead and the administration. */
export function Office(props: OfficeProps) {
  const requests = makeRequests(makeApi(location.origin));
  const [problem, setProblem] = createSignal<Words>();
  const [devices, { refetch: rereadDevices }] = createResource(() => requests.devices());
  const maySeePeople = () => props.role !== 'clerk';
  const [seals, { refetch: rereadSeals }] = createResource(maySeePeople, () => requests.seals());
  const [ladder, { mutate: showLadder }] = createResource(maySeePeople, () => requests.ladder());
  // Said once a day by the job that watches them, and after every reconnect.
  onMount(() => {
    onCleanup(
      props.onLive(({ about }) => {
        if (about === 'seals' || about === 'hello') void rereadSeals();
      }),
    );
  });
  const [staff, { refetch: rereadStaff }] = createResource(maySeePeople, () => requests.staff());

  const attempt = async (action: () => Promise<unknown>) => {
    try {
      setProblem(undefined);
      await action();
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    }
  };

  const setPin = async (staffId: string, pin: string) => {
    await requests.setPin(staffId, pin);
    await rereadStaff();
  };

  return (
    <>
      <PageTitle title={text.title} app="Schalter Platz" size="medium" />
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Show when={maySeePeople() && seals.latest}>{(known) => <SealNotices known={known()} />}</Show>
      <Switch fallback={<Spinner words={text.loading} />}>
        <Match when={devices.error}>{(cause) => <Notice kind="error" title={wordsOfProblem(cause())} />}</Match>
        <Match when={devices.latest}>
          {(known) => (
            <Tablets
              devices={known()}
              desks={props.desks}
              deskId={props.deskId}
              mayRevoke={props.role !== 'clerk'}
              onOpenPairing={(wish) => requests.openPairing(wish)}
              onReread={() => void rereadDevices()}
              onRevoke={(deviceId) =>
                void attempt(async () => {
                  await requests.revoke(deviceId);
                  await rereadDevices();
                })
              }
            />
          )}
        </Match>
      </Switch>
      <Show when={maySeePeople() && seals.latest}>{(known) => <Seals known={known()} />}</Show>
      <Show when={maySeePeople() && ladder.latest}>
        {(known) => (
          <Ladder
            known={known()}
            onTryAgain={(documentId) => void attempt(async () => void showLadder(await requests.tryAgain(documentId)))}
          />
        )}
      </Show>
      <Show when={maySeePeople() && staff.latest}>
        {(people) => (
          <People
            people={people()}
            maySetPin={props.role === 'lead'}
            onSetPin={setPin}
            onResetPin={(staffId) =>
              void attempt(async () => {
                await requests.resetPin(staffId);
                await rereadStaff();
              })
            }
          />
        )}
      </Show>
      <Card title={text.appearance}>
        <ThemeSwitch />
      </Card>
    </>
  );
}
