import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { fileURLToPath } from 'node:url';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { TypesetJob } from '../ports/typesetter.ts';
import { drawBarcode } from './barcodes.ts';
import { coveredBy, readFonts } from './fonts.ts';
import { printable } from './printable.ts';

/**
 * Typst, as the office uses it: our templates, our fonts, and data that reach a template as strings only. Typst 0.14
 * writes one standard at a time: documents come as PDF/A-3a, and `holdToUa` is the gate of PDF/UA-1 that the tests
 * put every template through. Everything here blocks its thread.
 */
export function makeTypst() {
  const fonts = readFonts();
  const covered = coveredBy(fonts);
  const workspace = fileURLToPath(new URL('./templates/', import.meta.url));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts] }] });

  /** Refuses with `text-not-printable`. Any other failure is a fault of the template and a plain Error. */
  const typeset = (job: TypesetJob): Bytes => write(job, 'a-3a');
  /** Throws where the document is not PDF/UA-1, as far as Typst can tell. */
  const holdToUa = (job: TypesetJob): void => void write(job, 'ua-1');

  function write(job: TypesetJob, pdfStandard: 'a-3a' | 'ua-1'): Bytes {
    const inputs = {
      data: JSON.stringify(printable(JSON.parse(job.data), covered)),
      attachments: JSON.stringify(job.attachments.map((file, at) => ({ ...file, bytes: undefined, path: pathOf(at) }))),
      barcodes: JSON.stringify(Object.fromEntries((job.barcodes ?? []).map((code) => [code.name, drawBarcode(code)]))),
    };
    for (const [at, file] of job.attachments.entries())
      compiler.mapShadow(workspace + pathOf(at), Buffer.from(file.bytes));
    try {
      const compiled = compiler.compile({ mainFilePath: `${workspace}${job.template}.typ`, inputs });
      const { result } = compiled;
      if (compiled.hasError() || !result) throw new Error(typstFault(compiled.takeError()));
      const creationTimestamp = Math.floor(job.madeAt.getTime() / 1000);
      return new Uint8Array(compiler.pdf(result, { pdfStandard, creationTimestamp }));
    } finally {
      compiler.resetShadow();
    }
  }

  /** Frees what Typst remembers of earlier documents, in every thread of the process. */
  const evict = (): void => compiler.evictCache(0);

  return { typeset, holdToUa, evict };
}

export type Typst = ReturnType<typeof makeTypst>;

const pathOf = (at: number): string => `attachment-${at}`;

/** Says what failed and where; quoted parts are left out, because Typst quotes the text it stumbles over. */
function typstFault(error: NodeError | null): string {
  const places = (error?.shortDiagnostics ?? []).map(
    ({ message, path }: { message: string; path: string }) =>
      `${message.replaceAll(/["“`][^"”`]*["”`]/g, '…')} (${path.split('/').at(-1)})`,
  );
  return `Typst: ${places.join('; ') || 'no document'}`;
}
