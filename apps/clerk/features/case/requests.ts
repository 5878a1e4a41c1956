import type { InferOutput } from 'valibot';
import type { Answer, Path } from '../../../../shared/forms/answers.ts';
import type {
  CaseView as CaseViewSchema,
  EvidenceNames,
  EvidenceView,
  HandOut,
  NoteIdentification,
  ScanView,
  SetSigners,
} from '../../../../shared/wire/cases.ts';
import type { DeviceView } from '../../../../shared/wire/devices.ts';
import { type Api, call } from '../../../kit/api.ts';

/** What the page of a case asks. Every action answers with the case as it is afterwards, and comes to the same twice. */
export type CaseView = InferOutput<typeof CaseViewSchema>;
export type Scan = InferOutput<typeof ScanView>;
export type Evidence = InferOutput<typeof EvidenceView>;
export type Names = InferOutput<typeof EvidenceNames>;
export type EvidenceWithNames = { entries: readonly Evidence[]; names: Names };
export type Tablet = InferOutput<typeof DeviceView>;
export type Identification = InferOutput<typeof NoteIdentification>;
export type Signers = InferOutput<typeof SetSigners>['signers'];
export type Signer = Signers[number];
export type HowHandedOut = InferOutput<typeof HandOut>['how'];

export function makeRequests(api: Api, caseId: string) {
  const one = api.api.cases[':caseId'];
  const param = { caseId };
  const again = { repeat: 'safe' } as const;
  return {
    read: (): Promise<CaseView> => call(() => one.$get({ param }), again),
    /** `isLast` while the page goes away: the request must outlive it (`keepalive`). */
    write: (path: Path, value: Answer, isLast: boolean): Promise<CaseView> =>
      call(() => one.answers.$put({ param, json: { path, value } }, { init: { keepalive: isLast } })),
    identify: (json: Identification): Promise<CaseView> =>
      call(() => one.identifications.$post({ param, json }), again),
    setSigners: (signers: Signers): Promise<CaseView> =>
      call(() => one.signers.$put({ param, json: { signers } }), again),
    handOver: (deskId: string): Promise<CaseView> => call(() => one.handover.$post({ param, json: { deskId } })),
    recall: (): Promise<CaseView> => call(() => one.recall.$post({ param })),
    override: (): Promise<CaseView> => call(() => one.override.$post({ param })),
    giveBack: (reason: string): Promise<CaseView> => call(() => one.return.$post({ param, json: { reason } })),
    accept: (): Promise<CaseView> => call(() => one.accept.$post({ param }), again),
    noteEntry: (): Promise<CaseView> => call(() => one.entry.$post({ param }), again),
    handOut: (documentId: string, how: HowHandedOut): Promise<CaseView> =>
      call(() => one.handout.$post({ param, json: { documentId, how } })),
    retry: (documentId: string): Promise<CaseView> =>
      call(() => one.documents[':documentId'].retry.$post({ param: { caseId, documentId } }), again),
    withdraw: (documentId: string, reason: string): Promise<CaseView> =>
      call(
        () => one.documents[':documentId'].withdraw.$post({ param: { caseId, documentId }, json: { reason } }),
        again,
      ),
    reissue: (documentId: string): Promise<CaseView> =>
      call(() => one.documents[':documentId'].reissue.$post({ param: { caseId, documentId } }), again),
    finish: (): Promise<CaseView> => call(() => one.finish.$post({ param }), again),
    finishTask: (taskId: string): Promise<CaseView> =>
      call(() => one.tasks[':taskId'].done.$post({ param: { caseId, taskId } }), again),
    noteMark: (actId: string, note: string): Promise<CaseView> =>
      call(() => one['mark-note'].$post({ param, json: { actId, note } }), again),
    filePaper: (scanId: string): Promise<CaseView> => call(() => one.paper.$post({ param, json: { scanId } })),
    scans: async (): Promise<readonly Scan[]> => (await call(() => one.scans.$get({ param }), again)).scans,
    orderReport: (): Promise<CaseView> => call(() => one['evidence-report'].$post({ param })),
    evidence: (): Promise<EvidenceWithNames> => call(() => one.evidence.$get({ param }), again),
    tablets: async (): Promise<readonly Tablet[]> => (await call(() => api.api.devices.$get(), again)).devices,
  };
}
export type Requests = ReturnType<typeof makeRequests>;

/** Files that a link fetches; the browser sends the session along. */
export const addressOf = {
  document: (documentId: string) => `/api/documents/${documentId}`,
  evidence: (caseId: string) => `/api/cases/${caseId}/evidence.json`,
};
