import { createResource, createSignal, For, Show } from 'solid-js';
import type { InferOutput } from 'valibot';
import type { StaffView } from '../../../../shared/wire/staff.ts';
import type { Words } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { staffRoleWords } from '../../words.ts';
import { text } from './text.ts';

type Props = {
  list(): Promise<readonly InferOutput<typeof StaffView>[]>;
  onChoose(staffId: string): Promise<void>;
};

/** The demo office's door: choosing an invented person is the sign-in, and the page says so. */
export function SignIn(props: Props) {
  const [staff] = createResource(() => props.list());
  const [problem, setProblem] = createSignal<Words>();
  const choose = async (staffId: string) => {
    try {
      await props.onChoose(staffId);
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    }
  };
  return (
    <main id="content" tabindex="-1" class="desk__main desk__main--narrow">
      <PageTitle title={text.title} lead={text.lead} app="Schalter Platz" />
      <Notice kind="warning" title={text.demoTitle}>
        <p class="kern-body">{text.demoBody}</p>
      </Notice>
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Show when={staff()} fallback={<Spinner words={text.loading} />}>
        {(people) => (
          <Card title={text.choose}>
            <ul class="people">
              <For each={people()} fallback={<li class="kern-body">{text.nobody}</li>}>
                {(person) => (
                  <li>
                    <Button kind="secondary" block onPress={() => void choose(person.staffId)}>
                      {person.name} · {staffRoleWords[person.role]}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </Card>
        )}
      </Show>
    </main>
  );
}
