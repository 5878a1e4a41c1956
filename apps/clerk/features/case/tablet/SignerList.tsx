import { createSignal, Show, untrack } from 'solid-js';
import { limits } from '../../../../../shared/base/limits.ts';
import { Keyed } from '../../../../kit/form/Keyed.tsx';
import { formatTime } from '../../../../kit/i18n/dates.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Icon } from '../../../../kit/ui/Icon.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import { TextField } from '../../../../kit/ui/TextField.tsx';
import { signerRoleWords } from '../../../words.ts';
import type { CaseModel } from '../create-case.ts';
import type { CaseView } from '../requests.ts';
import { text } from './text.ts';

type Props = { model: CaseModel; view: CaseView };
type Act = CaseView['acts'][number];

/** Who has to confirm, who did and how; beside a Handzeichen the clerk's word. */
export function SignerList(props: Props) {
  const actsOf = (signer: string) => props.view.acts.filter((act) => act.signer === signer);
  return (
    <section class="side__part" aria-label={text.signers}>
      <h2 class="kern-title">{text.signers}</h2>
      <ul class="signers">
        <Keyed each={props.view.signers} by={({ id }) => id}>
          {(signer) => {
            const valid = () => actsOf(signer().id).find(({ state }) => state === 'valid');
            const voided = () => actsOf(signer().id).filter(({ state }) => state === 'void').length;
            return (
              <li class="signers__signer">
                <Icon name={valid() ? 'success' : 'person'} />
                <div>
                  <span class="kern-body">
                    <strong>{signer().name || signer().id}</strong>, {signerRoleWords[signer().role]}
                  </span>
                  <span class="kern-body kern-body--small">
                    <Show when={valid()} fallback={text.notYet}>
                      {(act) => text.done(text.methods[act().method], formatTime(act().at))}
                    </Show>
                    <Show when={voided() > 0}> · {text.voided(voided())}</Show>
                  </span>
                  <Show when={valid()?.method === 'mark' && valid()}>
                    {(act) => <MarkNote model={props.model} act={act()} view={props.view} />}
                  </Show>
                </div>
              </li>
            );
          }}
        </Keyed>
      </ul>
    </section>
  );
}

/** Who made the mark and how the clerk knew; no part of the declaration. */
function MarkNote(props: Props & { act: Act }) {
  const [note, setNote] = createSignal(untrack(() => props.act.note) ?? '');
  const action = () => `mark ${props.act.actId}` as const;
  const isOpen = () => ['reviewing', 'confirmed'].includes(props.view.state);
  const isNoted = () => (props.act.note ?? '').trim() !== '';
  const isSaved = () => props.act.note === note().trim() && note().trim() !== '';
  const save = () => {
    const [actId, words] = [props.act.actId, note().trim()];
    return props.model.act(action(), (ask) => ask.noteMark(actId, words));
  };
  return (
    <Show when={isOpen()} fallback={<span class="kern-body kern-body--small">{props.act.note}</span>}>
      <div data-mark={isNoted() ? 'noted' : 'open'}>
        <TextField
          label={text.markNote}
          hint={isNoted() ? text.markHint : text.markNeeded}
          value={note()}
          maxLength={limits.textLength}
          onInput={setNote}
        />
      </div>
      <Button
        kind="secondary"
        disabled={note().trim() === '' || isSaved()}
        onPress={() => void save()}
        {...(props.model.running() === action() ? { busy: text.saving } : {})}
      >
        {isSaved() ? text.noteSaved : text.saveNote}
      </Button>
      <Show when={props.model.problemOf(action())}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
    </Show>
  );
}
