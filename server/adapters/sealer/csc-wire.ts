import * as v from 'valibot';

/**
 * What a remote signing service answers: the parts of the Cloud Signature Consortium's API 2.0.0 that a seal needs.
 * Everything else in an answer is left unread.
 */
const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(8192));

/** 11.1 */
export const Info = v.object({
  specs: v.string(),
  authType: v.array(v.string()),
  oauth2: v.optional(Text),
  methods: v.array(v.string()),
});

/** 8.4.4 */
export const Token = v.object({ access_token: Text, expires_in: v.optional(v.number(), 3600) });

/** 11.4 */
export const CredentialList = v.object({ credentialIDs: v.pipe(v.array(Text), v.maxLength(1000)) });

/** 11.5 */
export const CredentialInfo = v.object({
  key: v.object({ status: v.string(), algo: v.array(v.string()) }),
  cert: v.object({ status: v.optional(v.string()), certificates: v.pipe(v.array(v.string()), v.maxLength(10)) }),
  auth: v.object({
    mode: v.string(),
    objects: v.optional(v.array(v.object({ type: v.string(), id: Text, generator: v.optional(v.string()) })), []),
  }),
});
export type CredentialInfo = v.InferOutput<typeof CredentialInfo>;

/** 11.6 */
export const Authorization = v.object({ SAD: Text });

/** 11.10 */
export const Signatures = v.object({ signatures: v.strictTuple([Text]) });

/** 10.2 */
export const Refused = v.object({
  error: v.pipe(v.string(), v.maxLength(200)),
  error_description: v.optional(v.string(), ''),
});
