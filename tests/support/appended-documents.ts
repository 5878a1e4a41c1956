import type { Bytes } from '../../shared/base/bytes.ts';
import { appendDss } from '../../server/sealing/dss.ts';
import type { ReasonCode } from '../../shared/verifying/reasons.ts';
import { ca, type Making, sealed } from './sealed-subject.ts';
import { appendObjects, fieldText, objectText, type SmallObjects } from './small-pdf.ts';

/** One sealed document for each kind of thing that must not be appended to it, with exactly that appended. */
export const appendedDocuments: Readonly<Record<Extract<ReasonCode, `increment-${string}`>, Making>> = {
  'increment-page': () => appended((pdf) => ({ 3: objectText(pdf, 3).replace('842', '841') })),
  'increment-annotation': () =>
    appended((pdf) => ({
      3: objectText(pdf, 3).replace('[5 0 R]', '[5 0 R 40 0 R]'),
      40: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 100 100] /Contents (x) >>',
    })),
  'increment-form': () =>
    appended((pdf) => ({
      4: objectText(pdf, 4).replace('5 0 R]', '5 0 R 40 0 R]'),
      40: '<< /FT /Tx /T (Name) /V (x) /Rect [0 0 0 0] >>',
    })),
  'increment-attachment': () => appended(() => ({ 11: { dict: '/Type /EmbeddedFile', data: '{}' } })),
  'increment-metadata': () => appended(() => ({ 7: '<< /Title (Abmeldung) >>' })),
  'increment-action': () => appended((pdf) => ({ 1: withEntry(pdf, '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>') })),
  'increment-font': () => appended(() => ({ 40: '<< /Type /Font /Subtype /Type3 >>' })),
  'increment-layer': () => appended((pdf) => ({ 1: withEntry(pdf, '/OCProperties << /OCGs [] >>') })),
  'increment-structure': () => appended((pdf) => ({ 1: withEntry(pdf, '/StructTreeRoot 40 0 R'), 40: '<< >>' })),
  'increment-permission': () => appended((pdf) => ({ 1: objectText(pdf, 1).replace(/\/Perms << [^>]*>>/, '') })),
  'increment-signature': () =>
    appended((pdf) => ({
      4: objectText(pdf, 4).replace('5 0 R]', '5 0 R 40 0 R]'),
      40: fieldText('Zeitstempel1', '/V 41 0 R').replace('(Zeitstempel1) /Rect', '(Zeitstempel 1) /Rect'),
      41: '<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Contents <00> /ByteRange [0 1 2 3] >>',
    })),
  'increment-replaced': () => appended(() => ({ 6: { dict: '', data: '0 0 595 842 re f' } })),
  'increment-forbidden': () => appended(() => ({ 40: '[1 2 3]' })),
  'increment-spelling': async () => {
    const { pdf } = await sealed();
    const extended = await appendDss(pdf, { certificates: [ca.certificate], crls: [], ocsps: [] });
    const text = Buffer.from(extended).toString('latin1');
    const place = text.lastIndexOf('/Type /DSS\n') + '/Type /DSS'.length;
    const written = extended.slice();
    written[place] = 0x20;
    return { pdf: written };
  },
};

async function appended(objects: (pdf: Bytes) => SmallObjects): Promise<{ pdf: Bytes }> {
  const { pdf } = await sealed();
  return { pdf: appendObjects(pdf, objects(pdf)) };
}

const withEntry = (pdf: Bytes, entry: string): string => objectText(pdf, 1).replace(/>>$/, `${entry} >>`);
