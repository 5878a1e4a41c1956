CREATE SEQUENCE "public"."desk_versions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."device_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9999 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "blobs" (
	"blob_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"window_end" timestamp with time zone NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"device" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_numbers_device_year_pk" PRIMARY KEY("device","year"),
	CONSTRAINT "case_numbers_last" CHECK ("case_numbers"."last" > 0)
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"service" text NOT NULL,
	"service_version" text NOT NULL,
	"definition_hash" text NOT NULL,
	"opened_with" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"persons" integer NOT NULL,
	"name" text NOT NULL,
	"search_key" text NOT NULL,
	"awaited_proof" text,
	"answers" jsonb NOT NULL,
	"answers_for_clerk" jsonb NOT NULL,
	"register_key" text,
	"register_answers" jsonb,
	"changed_by" jsonb NOT NULL,
	"unrecorded" jsonb NOT NULL,
	"channel" text NOT NULL,
	"policy_profile" text NOT NULL,
	"policy_basis" text NOT NULL,
	"locale" text NOT NULL,
	"shows_at_end" boolean NOT NULL,
	"entitlement_assured_at" text,
	"desk_id" text,
	"last_desk_id" text,
	"clerk" text NOT NULL,
	"returned_because" text,
	"declined_note" text,
	"salt" text NOT NULL,
	"copy_delivered_at" text,
	"opened_at" text NOT NULL,
	"erased_at" text,
	"changed_at" text NOT NULL,
	CONSTRAINT "cases_number_unique" UNIQUE("number"),
	CONSTRAINT "cases_state" CHECK ("cases"."state" in ('prepared', 'handed-over', 'filling', 'reviewing', 'on-paper', 'declined', 'confirmed', 'accepted', 'sealed', 'entered', 'finished')),
	CONSTRAINT "cases_persons" CHECK ("cases"."persons" between 1 and 8),
	CONSTRAINT "cases_counts" CHECK ("cases"."version" >= 1 and "cases"."revision" >= 0),
	CONSTRAINT "cases_at_a_desk" CHECK ("cases"."desk_id" is not null or "cases"."state" not in ('handed-over', 'filling', 'reviewing'))
);
--> statement-breakpoint
CREATE TABLE "identifications" (
	"case_id" uuid NOT NULL,
	"person" text NOT NULL,
	"document" text NOT NULL,
	"result" text NOT NULL,
	"note" text,
	"by" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "identifications_case_id_person_pk" PRIMARY KEY("case_id","person")
);
--> statement-breakpoint
CREATE TABLE "register_finds" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"search_id" uuid NOT NULL,
	"register_key" text NOT NULL,
	"case_id" uuid,
	"ends_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_look_ups" (
	"look_up_id" uuid PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"search_id" uuid,
	"case_id" uuid,
	"authority" text NOT NULL,
	"source" text,
	"asked" jsonb,
	"given" jsonb,
	CONSTRAINT "register_look_ups_instant" CHECK ("register_look_ups"."at" ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$'),
	CONSTRAINT "register_look_ups_kind" CHECK (("register_look_ups"."kind" = 'searched' and "register_look_ups"."asked" is not null and "register_look_ups"."case_id" is null)
        or ("register_look_ups"."kind" = 'taken' and "register_look_ups"."search_id" is not null and "register_look_ups"."case_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "signers" (
	"case_id" uuid NOT NULL,
	"signer" text NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "signers_case_id_signer_pk" PRIMARY KEY("case_id","signer")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"path" text NOT NULL,
	"due" text,
	"opened_at" text NOT NULL,
	"done_at" text,
	"done_by" text
);
--> statement-breakpoint
CREATE TABLE "authenticity_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"issued_on" text NOT NULL,
	"until" text NOT NULL,
	CONSTRAINT "authenticity_codes_document_id_unique" UNIQUE("document_id"),
	CONSTRAINT "authenticity_codes_hash" CHECK ("authenticity_codes"."code_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "desks" (
	"desk_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"site" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_challenges" (
	"challenge_hash" text PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_sessions" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"device_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "device_sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"device_id" uuid PRIMARY KEY NOT NULL,
	"number" integer DEFAULT nextval('device_number') NOT NULL,
	"name" text NOT NULL,
	"desk_id" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"thumbprint" text NOT NULL,
	"state" text NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"paired_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	CONSTRAINT "devices_number_unique" UNIQUE("number"),
	CONSTRAINT "devices_thumbprint_unique" UNIQUE("thumbprint"),
	CONSTRAINT "device_state" CHECK ("devices"."state" in ('paired', 'revoked')),
	CONSTRAINT "device_revoked_at" CHECK (("devices"."state" = 'revoked') = ("devices"."revoked_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "pairing_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"desk_id" text NOT NULL,
	"name" text NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_keys" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"wrapped" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "copy_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"until" text NOT NULL,
	"tries" integer NOT NULL,
	"used_at" text
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"document_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"seal" integer NOT NULL,
	"bytes" integer NOT NULL,
	"level" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "document_versions_document_id_sha256_pk" PRIMARY KEY("document_id","sha256"),
	CONSTRAINT "document_versions_bytes" CHECK ("document_versions"."bytes" > 0 and "document_versions"."seal" >= 1),
	CONSTRAINT "document_versions_hash" CHECK ("document_versions"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"level" text,
	"problem" text,
	"sha256" text,
	"unsealed_blob" uuid,
	"blob" uuid,
	"copies" integer NOT NULL,
	"withdrawn_at" text,
	"withdrawn_because" text,
	"given_up_at" text,
	"renew_by" text,
	"stamped_with" text,
	"renewal_ordered_at" text,
	"at" text NOT NULL,
	CONSTRAINT "documents_sealed" CHECK ("documents"."state" <> 'sealed' or ("documents"."blob" is not null and "documents"."level" is not null)),
	CONSTRAINT "documents_withdrawn" CHECK (("documents"."withdrawn_at" is null) = ("documents"."withdrawn_because" is null)),
	CONSTRAINT "documents_hash" CHECK (("documents"."blob" is null) = ("documents"."sha256" is null))
);
--> statement-breakpoint
CREATE TABLE "replaced_seals" (
	"document_id" uuid NOT NULL,
	"seal" integer NOT NULL,
	"blob" uuid NOT NULL,
	"sha256" text NOT NULL,
	"replaced_at" text NOT NULL,
	CONSTRAINT "replaced_seals_document_id_seal_pk" PRIMARY KEY("document_id","seal")
);
--> statement-breakpoint
CREATE TABLE "seal_statuses" (
	"certificate_hash" text PRIMARY KEY NOT NULL,
	"good_at" text,
	"revoked_at" text
);
--> statement-breakpoint
CREATE TABLE "evidence_days" (
	"day" text PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"leaves" text[] NOT NULL,
	"closed_at" text NOT NULL,
	"problem" text,
	CONSTRAINT "evidence_days_day" CHECK ("evidence_days"."day" ~ '^\d{4}-\d{2}-\d{2}$'),
	CONSTRAINT "evidence_days_root" CHECK ("evidence_days"."root" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "evidence_days_leaves" CHECK (cardinality("evidence_days"."leaves") > 0)
);
--> statement-breakpoint
CREATE TABLE "evidence_entries" (
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"event" text NOT NULL,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "evidence_entries_case_id_position_pk" PRIMARY KEY("case_id","position"),
	CONSTRAINT "evidence_position" CHECK ("evidence_entries"."position" >= 0),
	CONSTRAINT "evidence_at" CHECK ("evidence_entries"."at" ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$'),
	CONSTRAINT "evidence_hash" CHECK ("evidence_entries"."hash" ~ '^[0-9a-f]{64}$' and "evidence_entries"."previous_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "evidence_heads" (
	"case_id" uuid NOT NULL,
	"day" text NOT NULL,
	"place" integer NOT NULL,
	"position" integer NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "evidence_heads_case_id_day_pk" PRIMARY KEY("case_id","day"),
	CONSTRAINT "evidence_heads_counts" CHECK ("evidence_heads"."place" >= 0 and "evidence_heads"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "evidence_timestamps" (
	"day" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"act_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"signer" text NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL,
	"payload_hash" text NOT NULL,
	"jws" text,
	"drawing" jsonb,
	"thumbprint" text,
	"note" text,
	"at" text NOT NULL,
	"voided_because" text,
	CONSTRAINT "acts_device" CHECK (("acts"."method" = 'paper') = ("acts"."jws" is null)),
	CONSTRAINT "acts_void" CHECK (("acts"."state" = 'void') = ("acts"."voided_because" is not null))
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"lease_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"device_id" uuid NOT NULL,
	"thumbprint" text NOT NULL,
	"challenge" text NOT NULL,
	"since" text NOT NULL,
	"valid_until" text NOT NULL,
	"ended_at" text,
	"ended" text,
	CONSTRAINT "leases_end" CHECK (("leases"."ended_at" is null) = ("leases"."ended" is null))
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"case_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"declaration" text NOT NULL,
	"declaration_hash" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "revisions_case_id_revision_pk" PRIMARY KEY("case_id","revision"),
	CONSTRAINT "revisions_hash" CHECK ("revisions"."declaration_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"assistance" jsonb NOT NULL,
	"awaits_office" boolean NOT NULL,
	"recalled_at" text,
	"recalled_from" uuid,
	"office_changed" jsonb NOT NULL,
	CONSTRAINT "sittings_recall" CHECK (("sittings"."recalled_at" is null) = ("sittings"."recalled_from" is null))
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"pin" text,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "staff_role" CHECK ("staff"."role" in ('clerk', 'lead', 'administrator'))
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"staff_id" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_desk_id_desks_desk_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("desk_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identifications" ADD CONSTRAINT "identifications_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signers" ADD CONSTRAINT "signers_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authenticity_codes" ADD CONSTRAINT "authenticity_codes_document_id_documents_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_sessions" ADD CONSTRAINT "device_sessions_device_id_devices_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("device_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_desk_id_desks_desk_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("desk_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_codes" ADD CONSTRAINT "pairing_codes_desk_id_desks_desk_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("desk_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_keys" ADD CONSTRAINT "case_keys_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_links" ADD CONSTRAINT "copy_links_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_links" ADD CONSTRAINT "copy_links_document_id_documents_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_documents_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replaced_seals" ADD CONSTRAINT "replaced_seals_document_id_documents_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_heads" ADD CONSTRAINT "evidence_heads_day_evidence_days_day_fk" FOREIGN KEY ("day") REFERENCES "public"."evidence_days"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_timestamps" ADD CONSTRAINT "evidence_timestamps_day_evidence_days_day_fk" FOREIGN KEY ("day") REFERENCES "public"."evidence_days"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_case_id_revision_revisions_case_id_revision_fk" FOREIGN KEY ("case_id","revision") REFERENCES "public"."revisions"("case_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_case_id_revision_revisions_case_id_revision_fk" FOREIGN KEY ("case_id","revision") REFERENCES "public"."revisions"("case_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("case_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_staff_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rate_limits_end" ON "rate_limits" USING btree ("window_end");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_desk" ON "cases" USING btree ("desk_id") WHERE "cases"."desk_id" is not null;--> statement-breakpoint
CREATE INDEX "cases_search" ON "cases" USING btree ("search_key");--> statement-breakpoint
CREATE INDEX "cases_changed" ON "cases" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "cases_unfinished" ON "cases" USING btree ("changed_at") WHERE "cases"."state" <> 'finished';--> statement-breakpoint
CREATE INDEX "register_look_ups_at" ON "register_look_ups" USING btree ("at");--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_open" ON "tasks" USING btree ("case_id","kind","path") WHERE "tasks"."done_at" is null;--> statement-breakpoint
CREATE INDEX "authenticity_codes_until" ON "authenticity_codes" USING btree ("until");--> statement-breakpoint
CREATE INDEX "devices_desk" ON "devices" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "documents_growing" ON "documents" USING btree ("at") WHERE "documents"."state" = 'pending' or ("documents"."state" = 'sealed' and "documents"."level" <> 'B-LTA');--> statement-breakpoint
CREATE INDEX "documents_renew_by" ON "documents" USING btree ("renew_by");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_one" ON "documents" USING btree ("case_id","kind","revision") WHERE "documents"."kind" not in ('paper-scan', 'evidence-report') and "documents"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "evidence_at_day" ON "evidence_entries" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_heads_place" ON "evidence_heads" USING btree ("day","place");--> statement-breakpoint
CREATE UNIQUE INDEX "acts_one_valid" ON "acts" USING btree ("case_id","revision","signer") WHERE "acts"."state" = 'valid';--> statement-breakpoint
CREATE UNIQUE INDEX "leases_open" ON "leases" USING btree ("case_id") WHERE "leases"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "staff_sessions_end" ON "staff_sessions" USING btree ("ends_at");