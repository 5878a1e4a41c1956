import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ServiceDefinition } from '../../../../shared/forms/definition.ts';
import type { Change, SendResult } from './answer-queue.ts';
import { createAnswers } from './answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const definition: ServiceDefinition = {
  id: 'test',
  version: '2026-11',
  title: 'Test',
  basis: '§ 1',
  form: { basis: '§ 1' },
  sections: [
    {
      id: 'one',
      title: 'Eins',
      fields: [
        { id: 'name', kind: 'name', label: 'Name', maxLength: 40 },
        { id: 'town', kind: 'text', label: 'Ort', maxLength: 40 },
      ],
    },
  ],
  statements: [],
  notices: [],
};

describe('answers on the tablet', () => {
  test('a field that is left counts at once and is sent', async () => {
    const { model, sent } = modelThat();
    model.left('name', '  Łucja ');
    expect(model.answers()).toEqual({ name: 'Łucja' });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([['name=  Łucja ']]);
  });

  test('what is being typed is sent after a pause, but changes nothing on screen', async () => {
    const { model, sent } = modelThat();
    model.typed('name', 'Łu');
    await vi.advanceTimersByTimeAsync(500);
    model.typed('name', 'Łucj');
    await vi.advanceTimersByTimeAsync(799);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([['name=Łucj']]);
    expect(model.answers()).toEqual({});
  });

  test('a page that goes away in the middle of a word sends the half word', () => {
    const { model, sent } = modelThat();
    model.typed('name', 'Łu');
    model.sendLast();
    expect(sent).toEqual([['name=Łu']]);
  });

  test('what the desk changes appears, and the field one is typing in is left alone', () => {
    const { model } = modelThat();
    model.take({ name: 'Anna', town: 'Stuttgart' });
    model.typed('name', 'Anna Maria');
    model.take({ name: 'Anna Ma', town: 'Leinfelden' });
    expect(model.answers()).toEqual({ name: 'Anna', town: 'Leinfelden' });
  });

  test('what is still on its way stays on top of what the server says', () => {
    const { model } = modelThat({ kind: 'later' });
    model.left('town', 'Leinfelden');
    model.take({ town: 'Stuttgart', name: 'Anna' });
    expect(model.answers()).toEqual({ name: 'Anna', town: 'Leinfelden' });
  });

  test('characters nobody can type are taken out of what was pasted', () => {
    const { model } = modelThat();
    model.left('name', 'An\u200bna\u0007');
    expect(model.answers()).toEqual({ name: 'Anna' });
  });

  test('everything typed is saved before the review, or it is known that it is not', async () => {
    const { model } = modelThat({ kind: 'later' });
    model.typed('name', 'Anna');
    await model.saveAll();
    expect(model.isAllSaved()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(model.isAllSaved()).toBe(true);
  });
});

/** Answers whose server gives this answer first, then saves everything. */
function modelThat(...first: SendResult[]) {
  const sent: string[][] = [];
  const show = ({ path, value }: Change) => `${path}=${typeof value === 'string' ? value : '?'}`;
  const model = createAnswers({
    definition,
    send: async (changes) => {
      sent.push(changes.map(show));
      return first.shift() ?? { kind: 'saved' };
    },
    onRefused: () => undefined,
  });
  return { model, sent };
}
