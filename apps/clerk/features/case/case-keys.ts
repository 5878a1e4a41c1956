import { announce } from '../../../kit/ui/LiveRegion.tsx';
import { copyText as putOnClipboard } from '../../../kit/ui/CopyButton.tsx';
import { createShortcuts } from '../../../kit/ui/shortcuts.ts';
import type { CaseModel } from './create-case.ts';
import { copyOrder, copyText } from './form/copy-order.ts';
import {
  focusHeading,
  focusPlace,
  focusSection,
  focusSoon,
  leaveField,
  placeInFocus,
  sectionInFocus,
} from './form/focus.ts';
import { placeAt } from './form/places.ts';
import { keyWords, text } from './text.ts';

/** The page by keyboard. What changes the case has its keys at the footer; here is getting around and carrying over. */
type Options = {
  model: CaseModel;
  showErrors(): void;
  showTab(tab: string): void;
  toToday(): void;
};

export function createCaseKeys({ model, showErrors, showTab, toToday }: Options): void {
  let copiedAt = -1;
  const isOpen = () => model.view() !== undefined;
  const copy = async (label: string, value: string) => {
    await putOnClipboard(value);
    announce(`${label}: kopiert`);
  };
  const copyStep = (step: 1 | -1) => {
    const values = copyOrder(model.view()?.number ?? '', model.sections(), model.service().texts);
    copiedAt = (copiedAt + step + values.length) % values.length;
    const { label, value } = values[copiedAt] ?? { label: text.number, value: '' };
    void copy(label, value);
  };
  const moveSection = (step: 1 | -1) => {
    const ids = model.sections().map(({ id }) => id);
    const at = ids.indexOf(sectionInFocus() ?? '');
    const target = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))];
    if (target !== undefined) focusSection(target);
  };
  const toFirstOpen = () => {
    const { mine, errors, warnings, empty } = model.kinds();
    const [first] = [...mine, ...errors, ...warnings, ...empty];
    const place = first && placeAt(model.places(), first.path);
    if (!first || !place) return;
    showErrors();
    focusPlace(first.path, place.path);
  };
  const here = () => placeAt(model.places(), placeInFocus() ?? '');

  createShortcuts(() => [
    {
      keys: 'Escape',
      words: keyWords.back,
      run: () => {
        const { activeElement } = document;
        if (activeElement?.closest('.case__form, .case__side, .case__footer')) focusHeading();
        else toToday();
      },
    },
    { keys: '1', words: keyWords.tablet, when: isOpen, run: () => showTab('tablet') },
    { keys: '2', words: keyWords.checks, when: isOpen, run: () => showTab('checks') },
    { keys: '3', words: keyWords.papers, when: isOpen, run: () => showTab('papers') },
    { keys: '4', words: keyWords.evidence, when: isOpen, run: () => showTab('evidence') },
    { keys: 'Alt+ArrowDown', words: keyWords.nextSection, when: isOpen, run: () => moveSection(1) },
    { keys: 'Alt+ArrowUp', words: keyWords.previousSection, when: isOpen, run: () => moveSection(-1) },
    { keys: 'f', words: keyWords.firstOpen, when: () => model.findings().length > 0, run: toFirstOpen },
    {
      keys: 'i',
      words: keyWords.identify,
      when: isOpen,
      run: () => {
        showTab('checks');
        focusSoon('[data-identify=open] select');
      },
    },
    {
      keys: 'c',
      words: keyWords.copyNumber,
      when: isOpen,
      run: () => void copy(text.number, model.view()?.number ?? ''),
    },
    {
      keys: 'v',
      words: keyWords.copyName,
      when: isOpen,
      run: () => void copy(text.personName, model.service().firstPersonName(model.answers())),
    },
    { keys: 'k', words: keyWords.copyNext, when: isOpen, run: () => copyStep(1) },
    { keys: 'j', words: keyWords.copyPrevious, when: isOpen, run: () => copyStep(-1) },
    {
      keys: 'Alt+c',
      words: keyWords.copyField,
      when: () => here() !== undefined,
      run: () => {
        const place = here();
        if (place) void copy(place.label, copyText(place.asked, model.service().texts));
      },
    },
    {
      keys: 'Alt+r',
      words: keyWords.takeOver,
      when: () => registerValue() !== undefined,
      run: () => {
        const place = here();
        const value = registerValue();
        leaveField();
        if (place && value !== undefined) model.left(place.path, value);
        if (place) focusPlace(place.path);
      },
    },
  ]);
  const registerValue = () => {
    const path = here()?.path;
    const register = model.view()?.register;
    return path !== undefined && register && Object.hasOwn(register, path) ? register[path] : undefined;
  };
}
