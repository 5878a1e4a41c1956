import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { fileURLToPath } from 'node:url';
import type { Bytes } from '../../shared/base/bytes.ts';
import type { TypesetJob } from '../ports/typesetter.ts';
import { coveredBy, readFonts } from './fonts.ts';
import { printable } from './printable.ts';

/**
 * Typst, as the office uses it: our templates, our fonts, and data that reach a template as strings only. One call
 * compiles once, holds the document to PDF/UA-1 and gives it as PDF/A-3a; Typst 0.14 writes one standard at a time.
 * Everything here blocks its thread.
 */
export function makeTypst() {
  const fonts = readFonts();
  const covered = coveredBy(fonts);
  const workspace = fileURLToPath(new URL('./templates/', import.meta.url));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts] }] });

  /** Refuses with `text-not-printable`. Any other failure is a fault of the template and a plain Error. */
  function typeset(job: TypesetJob): Bytes {
    const inputs = {
      data: JSON.stringify(printable(JSON.parse(job.data), covered)),
      attachments: JSON.stringify(job.attachments.map((file, at) => ({ ...file, bytes: undefined, path: pathOf(at) }))),
    };
    for (const [at, file] of job.attachments.entries())
      compiler.mapShadow(workspace + pathOf(at), Buffer.from(file.bytes));
    try {
      const compiled = compiler.compile({ mainFilePath: `${workspace}${job.template}.typ`, inputs });
      const { result } = compiled;
      if (compiled.hasError() || !result) throw typstError(compiled.takeError());
      const creationTimestamp = Math.floor(job.madeAt.getTime() / 1000);
      compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp });
      return new Uint8Array(compiler.pdf(result, { pdfStandard: 'a-3a', creationTimestamp }));
    } finally {
      compiler.resetShadow();
    }
  }

  return { typeset, covered, compiler, evict: () => compiler.evictCache(0) };
}

export type Typst = ReturnType<typeof makeTypst>;

const pathOf = (at: number): string => `attachment-${at}`;

/** Says where in the template it failed. Typst's own message may quote data, so it stays out of the error. */
function typstError(error: NodeError | null): Error {
  return new Error(`Typst: ${JSON.stringify(error?.shortDiagnostics ?? 'no document')}`);
}
