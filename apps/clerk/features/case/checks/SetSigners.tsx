import { createSignal, For, Show } from 'solid-js';
import { limits } from '../../../../../shared/base/limits.ts';
import { signerRoles } from '../../../../../shared/declaration/declaration.ts';
import { Keyed } from '../../../../kit/form/Keyed.tsx';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import { SelectField } from '../../../../kit/ui/SelectField.tsx';
import { TextField } from '../../../../kit/ui/TextField.tsx';
import { signerRoleWords } from '../../../words.ts';
import type { SideProps } from '../CaseSide.tsx';
import { isWritable } from '../progress.ts';
import type { Signer, Signers } from '../requests.ts';
import { text } from './text.ts';

const roleChoices = signerRoles.map((value) => ({ value, label: signerRoleWords[value] }));
const someoneElse = 'declarant';

/** Who has to confirm. The service suggests, the clerk decides; each change is saved at once. */
export function SetSigners(props: SideProps) {
  const isLocked = () => !isWritable(props.view.state) || props.view.state === 'confirmed';
  const signers = (): readonly Signer[] => props.view.signers;
  const suggested = () => {
    const { model } = props;
    const entitlementAssured = props.view.entitlementAssuredAt !== null;
    return model
      .service()
      .signerSuggestions(model.answers(), { today: model.today(), officeAgs: '', entitlementAssured });
  };
  const differs = () => idsOf(suggested()) !== idsOf(signers());
  const save = (next: readonly Signer[]): Promise<boolean> => {
    const wish: Signers = next.map(({ id, role, name }) => ({ id, role, name: name || id }));
    return props.model.act('signers', (ask) => ask.setSigners(wish));
  };
  const isBusy = () => props.model.running() === 'signers';
  return (
    <section class="side__part" aria-label={text.signers}>
      <h2 class="kern-title">{text.signers}</h2>
      <ul class="signers">
        <Keyed each={signers()} by={({ id }) => id}>
          {(signer) => (
            <li class="signers__line">
              <strong class="signers__name">{signer().name || signer().id}</strong>
              <div class="kern-form-input__select-wrapper identify__select">
                <select
                  class="kern-form-input__select"
                  aria-label={text.roleOf(signer().name)}
                  disabled={isLocked()}
                  onChange={(event) => {
                    const role = signerRoles.find((each) => each === event.currentTarget.value);
                    if (role) void save(signers().map((each) => (each.id === signer().id ? { ...each, role } : each)));
                  }}
                >
                  <For each={roleChoices}>
                    {(choice) => (
                      <option value={choice.value} selected={choice.value === signer().role}>
                        {choice.label}
                      </option>
                    )}
                  </For>
                </select>
              </div>
              <Show when={!isLocked() && signers().length > 1}>
                <Button
                  kind="quiet"
                  icon="delete"
                  label={text.removeLabel(signer().name)}
                  onPress={() => void save(signers().filter(({ id }) => id !== signer().id))}
                >
                  {text.remove}
                </Button>
              </Show>
            </li>
          )}
        </Keyed>
      </ul>
      <Show when={!isLocked() && differs() && suggested().length > 0}>
        <p class="kern-body kern-body--small">
          {text.suggestion(
            suggested()
              .map(({ name, id }) => name || id)
              .join(', '),
          )}
        </p>
        <Button kind="secondary" onPress={() => void save(suggested())} {...(isBusy() ? { busy: text.saving } : {})}>
          {text.takeSuggestion}
        </Button>
      </Show>
      <Show when={!isLocked() && signers().length < limits.signersPerCase}>
        <AddSigner {...props} known={signers()} isBusy={isBusy()} onAdd={(signer) => save([...signers(), signer])} />
      </Show>
      <Show when={props.model.problemOf('signers')}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
    </section>
  );
}

type AddProps = SideProps & { known: readonly Signer[]; isBusy: boolean; onAdd(signer: Signer): Promise<boolean> };

function AddSigner(props: AddProps) {
  const [isOpen, setOpen] = createSignal(false);
  const [person, setPerson] = createSignal<string>();
  const [role, setRole] = createSignal<Signer['role']>('self');
  const [name, setName] = createSignal('');
  const people = () => props.model.service().personsOf(props.model.answers());
  const choices = () => [
    ...people()
      .filter(({ id }) => !props.known.some((signer) => signer.id === id))
      .map(({ id, name: label }) => ({ value: id, label: label || id })),
    ...(props.known.some(({ id }) => id === someoneElse) ? [] : [{ value: someoneElse, label: text.otherPerson }]),
  ];
  const chosenName = () =>
    person() === someoneElse ? name().trim() : (people().find(({ id }) => id === person())?.name ?? '');
  const isReady = () => person() !== undefined && (person() !== someoneElse || chosenName() !== '');
  const add = async () => {
    const id = person();
    if (id === undefined || !(await props.onAdd({ id, role: role(), name: chosenName() || id }))) return;
    setOpen(false);
    setPerson(undefined);
    setName('');
  };
  return (
    <Show
      when={isOpen()}
      fallback={
        <Button kind="quiet" icon="add" onPress={() => setOpen(true)}>
          {text.addPerson}
        </Button>
      }
    >
      <div class="signers__add">
        <SelectField label={text.choosePerson} choices={choices()} value={person()} onChoose={setPerson} />
        <Show when={person() === someoneElse}>
          <TextField label={text.name} isName autocomplete="off" maxLength={120} value={name()} onInput={setName} />
        </Show>
        <SelectField label={text.role} choices={roleChoices} value={role()} onChoose={setRole} />
        <Button
          kind="secondary"
          disabled={!isReady()}
          onPress={() => void add()}
          {...(props.isBusy ? { busy: text.saving } : {})}
        >
          {text.add}
        </Button>
      </div>
    </Show>
  );
}

const idsOf = (signers: readonly { id: string }[]) => signers.map(({ id }) => id).join(' ');
