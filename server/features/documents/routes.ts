import { type Context, Hono } from 'hono';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { Id } from '../../../shared/wire/base.ts';
import { CopyOffer, FetchCopy } from '../../../shared/wire/counter.ts';
import { LadderView, Sha256, Versions } from '../../../shared/wire/documents.ts';
import type { OfficeEnv } from '../../context.ts';
import { answer, answers, body, only, path } from '../../http.ts';
import { limited } from '../../rate-limit.ts';
import { findCase } from '../cases/queries.ts';
import { printCopy } from './copies.ts';
import { fetchCopy, offerCopy } from './copy-links.ts';
import { fileNameOf } from './hand-out.ts';
import { may } from './policy.ts';
import { findDocument, notThere, readLadder } from './queries.ts';
import { tryAgain } from './try-again.ts';
import { listVersions, readDocument, readVersion } from './versions.ts';

/** A document leaves as a file to keep, never as a page inside ours. */
const sendPdf = (c: Context, pdf: Bytes, name: string) =>
  c.body(pdf, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name}.pdf"`,
    'X-Content-Type-Options': 'nosniff',
  });

/** The papers of a case, for the clerk; and what was given up, for whoever runs the office. */
export const documentRoutes = new Hono<OfficeEnv>()
  .get('/given-up', only(...may.seeGivenUp), answers('What waits and what was given up', 200, LadderView), async (c) =>
    answer(c, await readLadder(c.var.office.db), 200),
  )
  .post(
    '/given-up/:documentId/retry',
    only(...may.seeGivenUp),
    path({ documentId: Id }),
    answers('Try a document again that was given up', 200, LadderView),
    async (c) => {
      const { office, actor } = c.var;
      const document = await findDocument(office.db, c.req.valid('param').documentId);
      if (!document) throw new Refusal('not-found');
      await tryAgain(office, actor, document);
      return answer(c, await readLadder(office.db), 200);
    },
  )
  .get(
    '/:documentId/versions',
    only(...may.read),
    path({ documentId: Id }),
    answers('Every version the document ever had, the latest first', 200, Versions),
    async (c) => {
      const versions = await listVersions(c.var.office.db, c.req.valid('param').documentId);
      return answer(c, { versions }, 200);
    },
  )
  .get(
    '/:documentId/versions/:sha256',
    only(...may.read),
    path({ documentId: Id, sha256: Sha256 }),
    answers('One version as it was delivered', 200),
    async (c) => {
      const { office } = c.var;
      const which = c.req.valid('param');
      const document = await findDocument(office.db, which.documentId);
      const pdf = await readVersion(office, office.db, which);
      if (!document || !pdf) throw new Refusal('not-found');
      const { number } = await findCase(office.db, document.caseId);
      return sendPdf(c, pdf, `${fileNameOf(document.kind, number)}-${which.sha256.slice(0, 8)}`);
    },
  )
  .get(
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
