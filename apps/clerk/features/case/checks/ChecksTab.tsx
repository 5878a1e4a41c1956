import { Show } from 'solid-js';
import { Keyed } from '../../../../kit/form/Keyed.tsx';
import { formatInstant, formatPartialDate } from '../../../../kit/i18n/dates.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import type { SideProps } from '../CaseSide.tsx';
import { Findings } from './Findings.tsx';
import { Identifications } from './Identifications.tsx';
import type { CaseView } from '../requests.ts';
import { isOpen } from '../progress.ts';
import { SetSigners } from './SetSigners.tsx';
import { taskWords } from './task-words.ts';
import { text } from './text.ts';

/** What the clerk makes sure of: who these people are, what the rules say, who confirms, what else is to do. */
export function ChecksTab(props: SideProps) {
  return (
    <div class="side">
      <Tasks {...props} />
      <Identifications {...props} />
      <Show when={isOpen(props.view.state)}>
        <Findings {...props} />
        <SetSigners {...props} />
      </Show>
    </div>
  );
}

function Tasks(props: SideProps) {
  const words = (task: CaseView['tasks'][number]) => taskWords(task, props.model.people());
  const dueWords = (due: string) => (due < props.model.today() ? text.overdue : text.due)(formatPartialDate(due));
  const sorted = () =>
    props.view.tasks.toSorted((one, other) => Number(one.doneAt !== null) - Number(other.doneAt !== null));
  const since = ({ doneAt, openedAt }: CaseView['tasks'][number]) =>
    doneAt === null ? text.openedAt(formatInstant(openedAt)) : text.doneAt(formatInstant(doneAt));
  const finish = (taskId: string) => props.model.act(`task ${taskId}`, (ask) => ask.finishTask(taskId));
  return (
    <Show when={props.view.tasks.length > 0}>
      <section class="side__part" aria-label={text.tasks}>
        <h2 class="kern-title">{text.tasks}</h2>
        <ul class="tasks">
          <Keyed each={sorted()} by={({ taskId }) => taskId}>
            {(task) => (
              <li class="tasks__task">
                <span class="kern-body">
                  {words(task())}
                  <Show when={task().doneAt === null && task().due}>
                    {(due) => <strong> {dueWords(due())}</strong>}
                  </Show>
                  <span class="kern-body kern-body--small kern-body--muted"> {since(task())}</span>
                </span>
                <Show when={task().doneAt === null}>
                  <Button
                    kind="secondary"
                    label={text.taskDoneLabel(words(task()))}
                    onPress={() => void finish(task().taskId)}
                    {...(props.model.running() === `task ${task().taskId}` ? { busy: text.saving } : {})}
                  >
                    {text.taskDone}
                  </Button>
                </Show>
                <Show when={props.model.problemOf(`task ${task().taskId}`)}>
                  {(problem) => <Notice kind="error" title={problem()} announce />}
                </Show>
              </li>
            )}
          </Keyed>
        </ul>
      </section>
    </Show>
  );
}
