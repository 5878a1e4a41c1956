import type { PdfFile } from '../pdf/file.ts';
import { asName, dictsIn, type PdfDict } from '../pdf/values.ts';
import type { Note } from './notes.ts';

/**
 * A document of the office is paper: it runs nothing and shows everybody the same. Actions other than a link, scripts,
 * layers that can be switched, and forms of other kinds have no place in it, sealed or not.
 */
export function checkActiveContent(file: PdfFile, note: Note): void {
  for (const revision of file.revisions)
    for (const object of revision.objects.values())
      for (const dict of dictsIn(object.value)) {
        const part = activePart(dict);
        if (part) note('content-active', { revision: revision.index, object: object.number, part });
      }
}

const activeKeys = [
  'JS',
  'JavaScript',
  'AA',
  'OpenAction',
  'XFA',
  'OCProperties',
  'OCGs',
  'RichMediaContent',
  'Rendition',
  // A portfolio shows its attachments instead of its pages; alternates show another picture on paper than on screen.
  'Collection',
  'Alternates',
  'NeedsRendering',
];
const actions = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'ResetForm',
  'Hide',
  'SetOCGState',
  'Rendition',
  'Movie',
  'Sound',
  'GoToR',
  'GoToE',
  'GoTo3DView',
  'RichMediaExecute',
  'Trans',
  'Thread',
];
const annotations = ['FileAttachment', 'Movie', 'Sound', 'Screen', '3D', 'RichMedia'];

function activePart({ entries }: PdfDict): string | undefined {
  const [action, subtype] = [asName(entries.get('S')), asName(entries.get('Subtype'))];
  if (action && actions.includes(action)) return action;
  if (subtype && annotations.includes(subtype)) return subtype;
  return activeKeys.find((key) => entries.has(key));
}
