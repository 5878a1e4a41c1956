import { type Context, Hono } from 'hono';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { Id } from '../../../shared/wire/base.ts';
import { CopyOffer, FetchCopy } from '../../../shared/wire/counter.ts';
import type { OfficeEnv } from '../../context.ts';
import { answers, body, only, path } from '../../http.ts';
import { limited } from '../../rate-limit.ts';
import { findCase } from '../cases/queries.ts';
import { printCopy } from './copies.ts';
import { fetchCopy, offerCopy } from './copy-links.ts';
import { fileNameOf } from './hand-out.ts';
import { may } from './policy.ts';
import { findDocument, notThere } from './queries.ts';
import { readDocument } from './versions.ts';

/** A document leaves as a file to keep, never as a page inside ours. */
const sendPdf = (c: Context, pdf: Bytes, name: string) =>
  c.body(pdf, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name}.pdf"`,
    'X-Content-Type-Options': 'nosniff',
  });

/** The papers of a case, for the clerk. */
export const documentRoutes = new Hono<OfficeEnv>().get(
  '/:documentId',
  only(...may.read),
  path({ documentId: Id }),
  answers('The document as a PDF', 200),
  async (c) => {
    const { office } = c.var;
    const document = await findDocument(office.db, c.req.valid('param').documentId);
    if (!document) throw new Refusal('not-found');
    if (document.blob === null) throw new Refusal(notThere(document));
    const { number } = await findCase(office.db, document.caseId);
    const { pdf } = await readDocument(office, office.db, document.documentId);
    return sendPdf(c, pdf, fileNameOf(document.kind, number));
  },
);

/** The citizen's copy at the tablet of the desk; mounted with the counter. */
export const counterCopyRoutes = new Hono<OfficeEnv>()
  .post(
    '/:caseId/copy',
    only(...may.takeCopy),
    path({ caseId: Id }),
    answers('A link to the copy', 200, CopyOffer),
    async (c) => c.json(await offerCopy(c.var.office, c.var.actor, c.req.valid('param').caseId), 200),
  )
  .post(
    '/:caseId/copy/print',
    only(...may.takeCopy),
    path({ caseId: Id }),
    answers('Print the copy', 204),
    async (c) => {
      await printCopy(c.var.office, c.var.actor, c.req.valid('param').caseId);
      return c.body(null, 204);
    },
  );

/** The same copy on the citizen's own phone. A token acts only by POST. */
export const copyRoutes = new Hono<OfficeEnv>().post(
  '/',
  only(...may.openLink),
  limited({ what: 'copy-link', tries: limits.copyLinkTries, seconds: limits.copyLinkTriesSeconds }),
  body(FetchCopy),
  answers('The copy as a PDF, once', 200),
  async (c) => {
    const { token, birthDate } = c.req.valid('json');
    const { pdf, number } = await fetchCopy(c.var.office, token, birthDate);
    return sendPdf(c, pdf, fileNameOf('copy', number));
  },
);
