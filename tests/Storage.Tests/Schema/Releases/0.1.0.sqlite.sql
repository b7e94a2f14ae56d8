CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "ai_assistant_configurations" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ai_assistant_configurations" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "settings" TEXT NULL,
    "is_active" INTEGER NOT NULL,
    "is_default" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "ai_conversation_messages" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ai_conversation_messages" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "turn_id" TEXT NULL,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "payload" TEXT NULL,
    "engine" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "ai_conversations" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ai_conversations" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "public_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "user_id" TEXT NULL,
    "title" TEXT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "row_version" INTEGER NOT NULL,
    "feature_slug" TEXT NULL,
    "feature_name" TEXT NULL,
    "is_active" INTEGER NOT NULL,
    "prompt_id" INTEGER NULL,
    "metadata" TEXT NULL,
    "flow_id" INTEGER NULL,
    "current_node_id" TEXT NULL,
    "state_history" TEXT NULL,
    "context_data" TEXT NULL,
    "expires_at" TEXT NULL,
    "used_input_tokens" INTEGER NOT NULL DEFAULT 0,
    "used_output_tokens" INTEGER NOT NULL DEFAULT 0,
    "used_cost_units" INTEGER NOT NULL DEFAULT 0,
    "used_currency" TEXT NULL,
    "unpriced_turns" INTEGER NOT NULL DEFAULT 0,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "closed_at" TEXT NULL,
    "last_turn_at" TEXT NULL,
    "imported_at" TEXT NULL
);
CREATE TABLE "ai_prompts" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ai_prompts" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "feature_slug" TEXT NOT NULL,
    "feature_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "is_default" INTEGER NOT NULL,
    "is_active" INTEGER NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "ai_tenant_directives" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ai_tenant_directives" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "directive_key" TEXT NOT NULL,
    "directive_value" TEXT NOT NULL,
    "directive_type" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "is_active" INTEGER NOT NULL
);
CREATE TABLE "ai_workflow_nodes" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ai_workflow_nodes" PRIMARY KEY AUTOINCREMENT,
    "node_key" TEXT NOT NULL,
    "node_class" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "is_global" INTEGER NOT NULL,
    "is_active" INTEGER NOT NULL,
    "tenant_whitelist" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "api_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "revoked_at" TEXT NULL
);
CREATE TABLE "audit_logs" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_audit_logs" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" TEXT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "bot_settings" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_bot_settings" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "default_flow" TEXT NULL,
    "fallback_text" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "exchange_rates" TEXT NULL,
    "limits" TEXT NULL,
    "anonymous_chat" INTEGER NOT NULL,
    "chat_disabled" INTEGER NOT NULL DEFAULT 0,
    "allowed_hosts" TEXT NOT NULL,
    "is_active" INTEGER NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "candidate_states" (
    "tenant_id" INTEGER NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "engine" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "after_seq" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    CONSTRAINT "PK_candidate_states" PRIMARY KEY ("tenant_id", "conversation_id", "engine", "mode")
);
CREATE TABLE "chat_analytics" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_chat_analytics" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "turn_id" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "flow_version_id" INTEGER NULL,
    "model" TEXT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "duration_ms" REAL NOT NULL,
    "failure_code" TEXT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "comparison_usage" (
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "runs" INTEGER NOT NULL,
    "tokens" INTEGER NOT NULL,
    "cost_units" INTEGER NOT NULL,
    CONSTRAINT "PK_comparison_usage" PRIMARY KEY ("tenant_id", "instance_id", "day")
);
CREATE TABLE "conversation_migrations" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_conversation_migrations" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "run_id" TEXT NOT NULL,
    "batch" INTEGER NOT NULL,
    "mapper_version" TEXT NOT NULL,
    "source_hash" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "undone_at" TEXT NULL
);
CREATE TABLE "conversation_turns" (
    "id" TEXT NOT NULL CONSTRAINT "PK_conversation_turns" PRIMARY KEY,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "lease_until" TEXT NULL,
    "engine" TEXT NULL,
    "stage" TEXT NULL,
    "flow_version_id" INTEGER NULL,
    "state_before" TEXT NULL,
    "state_after" TEXT NULL,
    "trace" TEXT NULL,
    "outside_answers" TEXT NULL,
    "reply" TEXT NULL,
    "comparisons" TEXT NULL,
    "failure_code" TEXT NULL,
    "handover" TEXT NULL,
    "fallback_from" TEXT NULL,
    "fallback_code" TEXT NULL,
    "model" TEXT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost" NUMERIC NULL,
    "cost_currency" TEXT NULL,
    "price_version" TEXT NULL,
    "used_cost_units" INTEGER NULL,
    "used_currency" TEXT NULL,
    "is_unpriced" INTEGER NULL,
    "caller" TEXT NOT NULL,
    "idempotency_key" TEXT NULL,
    "body_hash" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "duration_ms" REAL NOT NULL
);
CREATE TABLE "data_protection_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_data_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "xml" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "effects" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_effects" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "turn_id" TEXT NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "result" TEXT NULL,
    "status" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "flow_tests" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_flow_tests" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "flow_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "created_by" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "ignore_rules" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ignore_rules" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "kind" TEXT NULL,
    "value" TEXT NULL,
    "expires_at" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "kill_switches" (
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    CONSTRAINT "PK_kill_switches" PRIMARY KEY ("tenant_id", "instance_id", "kind", "subject")
);
CREATE TABLE "knowledge_documents" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_knowledge_documents" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "url" TEXT NULL,
    "tags" TEXT NULL,
    "is_active" INTEGER NOT NULL,
    "search_text" TEXT NULL,
    "updated_at" TEXT NULL
);
CREATE VIRTUAL TABLE knowledge_documents_fts USING fts5(search_text, content='knowledge_documents', content_rowid='id', tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
CREATE TABLE "leads" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_leads" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "turn_id" TEXT NOT NULL,
    "effect_key" TEXT NOT NULL,
    "name" TEXT NULL,
    "email" TEXT NULL,
    "phone" TEXT NULL,
    "fields" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "legacy_ids" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_legacy_ids" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "old_id" INTEGER NOT NULL,
    "new_id" INTEGER NOT NULL,
    "source_hash" TEXT NOT NULL,
    "messages_hash" TEXT NULL,
    "last_message" INTEGER NULL,
    "imported_at" TEXT NOT NULL
);
CREATE TABLE "parallel_runs" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_parallel_runs" PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "conversation_id" INTEGER NOT NULL,
    "turn_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "candidate" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "sample" REAL NOT NULL,
    "result" TEXT NOT NULL,
    "skipped_reason" TEXT NULL,
    "severity" TEXT NULL,
    "decided_by" TEXT NULL,
    "cluster" TEXT NULL,
    "expired_rule" INTEGER NOT NULL,
    "input" TEXT NULL,
    "control_raw" TEXT NULL,
    "control" TEXT NULL,
    "candidate_raw" TEXT NULL,
    "candidate_answer" TEXT NULL,
    "verdict" TEXT NULL,
    "flow_version_id" INTEGER NULL,
    "control_ms" REAL NOT NULL,
    "control_first_ms" REAL NULL,
    "candidate_ms" REAL NULL,
    "candidate_first_ms" REAL NULL,
    "candidate_tokens" INTEGER NOT NULL,
    "control_cost" NUMERIC NULL,
    "candidate_cost" NUMERIC NULL,
    "currency" TEXT NULL,
    "unpriced_model" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "lease_until" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "finished_at" TEXT NULL
);
CREATE TABLE "product_categories" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_product_categories" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "synonyms" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);
CREATE TABLE "products" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_products" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "category_id" INTEGER NULL,
    "sku" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NULL,
    "tags" TEXT NULL,
    "attributes" TEXT NULL,
    "price" NUMERIC NULL,
    "currency" TEXT NOT NULL,
    "stock" INTEGER NOT NULL,
    "featured" INTEGER NOT NULL,
    "is_active" INTEGER NOT NULL,
    "url" TEXT NULL,
    "image_url" TEXT NULL,
    "search_text" TEXT NULL,
    "updated_at" TEXT NULL
);
CREATE VIRTUAL TABLE products_fts USING fts5(search_text, content='products', content_rowid='id', tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
CREATE TABLE "tenant_conversation_flows" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_tenant_conversation_flows" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "flow_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "flow_description" TEXT NULL,
    "start_node_id" TEXT NULL,
    "is_active" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "etag" TEXT NOT NULL,
    "settings" TEXT NULL,
    "priority" INTEGER NOT NULL,
    "created_by" TEXT NULL,
    "note" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "published_at" TEXT NULL,
    "flow_data" TEXT NOT NULL
);
CREATE TABLE "tenant_secrets" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_tenant_secrets" PRIMARY KEY AUTOINCREMENT,
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "tenant_stages" (
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "percentage" INTEGER NOT NULL,
    "sample" INTEGER NOT NULL,
    "reason" TEXT NULL,
    "changed_by" TEXT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TEXT NOT NULL,
    CONSTRAINT "PK_tenant_stages" PRIMARY KEY ("tenant_id", "instance_id")
);
CREATE TABLE "tenant_stamps" (
    "tenant_id" INTEGER NOT NULL CONSTRAINT "PK_tenant_stamps" PRIMARY KEY,
    "version" INTEGER NOT NULL
);
CREATE TABLE "tenant_usage" (
    "tenant_id" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "slot" INTEGER NOT NULL DEFAULT 0,
    "turns" INTEGER NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost_units" INTEGER NOT NULL,
    "currency" TEXT NULL,
    "unpriced_turns" INTEGER NOT NULL,
    CONSTRAINT "PK_tenant_usage" PRIMARY KEY ("tenant_id", "instance_id", "day", "slot")
);
CREATE TABLE "tenants" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_tenants" PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "site_url" TEXT NULL,
    "time_zone" TEXT NOT NULL,
    "is_active" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20261201000000_FlowEngine','9.0.23');
INSERT INTO "ai_conversation_messages" VALUES(1,1,'test',1,'u-1','019ab000-0000-7000-8000-000000000101','user','text','soru 1',NULL,'v2','2026-11-22T10:00:00.0000000Z');
INSERT INTO "ai_conversation_messages" VALUES(2,1,'test',1,'a-1','019ab000-0000-7000-8000-000000000101','assistant','question','yanıt 1','{"quickReplies":["evet"]}','v2','2026-11-22T10:00:00.0000000Z');
INSERT INTO "ai_conversation_messages" VALUES(3,1,'test',1,'u-2','019ab000-0000-7000-8000-000000000102','user','text','soru 2',NULL,'v2','2026-11-22T10:00:00.0000000Z');
INSERT INTO "ai_conversation_messages" VALUES(4,1,'test',1,'a-2','019ab000-0000-7000-8000-000000000102','assistant','question','yanıt 2','{"quickReplies":["evet"]}','v2','2026-11-22T10:00:00.0000000Z');
INSERT INTO "ai_conversations" VALUES(1,1,'test','019ab000-0000-7000-8000-000000000001','s1','u1','Merhaba','tr','waiting',2,'chat','Chat',1,7,'{}',NULL,'node-3','[]','{"v":1,"vars":{}}','2026-11-22T11:00:00.0000000Z',20,4,2000000,'USD',0,'2026-11-22T10:00:00.0000000Z','2026-11-22T10:00:02.0000000Z',NULL,'2026-11-22T10:00:02.0000000Z',NULL);
INSERT INTO "audit_logs" VALUES(1,1,'test','session:s1','chat.turn','019ab000-0000-7000-8000-000000000001',NULL,'2026-11-22T10:00:01.0000000Z');
INSERT INTO "audit_logs" VALUES(2,1,'test','session:s1','chat.turn','019ab000-0000-7000-8000-000000000001',NULL,'2026-11-22T10:00:02.0000000Z');
INSERT INTO "chat_analytics" VALUES(1,1,'test',1,'019ab000-0000-7000-8000-000000000101','v2','live',NULL,NULL,0,0,2,12.5,NULL,'2026-11-22T10:00:01.0000000Z');
INSERT INTO "chat_analytics" VALUES(2,1,'test',1,'019ab000-0000-7000-8000-000000000102','v2','live',NULL,NULL,0,0,2,12.5,NULL,'2026-11-22T10:00:02.0000000Z');
INSERT INTO "conversation_turns" VALUES('019ab000-0000-7000-8000-000000000101',1,'test',1,1,'done',NULL,'v2','live',NULL,'a','b','[]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,1000000,'USD',0,'session:s1',NULL,'hash','2026-11-22T10:00:00.0000000Z',12.5);
INSERT INTO "conversation_turns" VALUES('019ab000-0000-7000-8000-000000000102',1,'test',1,2,'done',NULL,'v2','live',NULL,'a','b','[]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,1000000,'USD',0,'session:s1',NULL,'hash','2026-11-22T10:00:00.0000000Z',12.5);
INSERT INTO "tenant_stamps" VALUES(1,1);
INSERT INTO "tenant_usage" VALUES(1,'test','2026-11-22',1,2,20,4,2000000,'USD',0);
INSERT INTO "tenants" VALUES(1,'one','one','["tr","en"]','TRY','https://shop.example','Europe/Istanbul',1,'2026-11-22T10:00:00.0000000Z','2026-11-22T10:00:00.0000000Z');
CREATE UNIQUE INDEX "ux_tenants_slug" ON "tenants" ("slug");
CREATE UNIQUE INDEX "ux_ai_workflow_nodes_node_key" ON "ai_workflow_nodes" ("node_key");
CREATE INDEX "ix_api_keys_tenant_id" ON "api_keys" ("tenant_id");
CREATE UNIQUE INDEX "ux_api_keys_hash" ON "api_keys" ("hash");
CREATE UNIQUE INDEX "ux_ai_assistant_configurations_tenant_id_name" ON "ai_assistant_configurations" ("tenant_id", "name");
CREATE INDEX "ix_ai_conversation_messages_tenant_id_conversation_id_id" ON "ai_conversation_messages" ("tenant_id", "conversation_id", "id");
CREATE INDEX "ix_ai_conversations_expires_at" ON "ai_conversations" ("expires_at") WHERE expires_at IS NOT NULL;
CREATE INDEX "ix_ai_conversations_tenant_id_session_id_updated_at" ON "ai_conversations" ("tenant_id", "session_id", "updated_at");
CREATE INDEX "ix_ai_conversations_tenant_id_updated_at" ON "ai_conversations" ("tenant_id", "updated_at");
CREATE UNIQUE INDEX "ux_ai_conversations_tenant_id_public_id" ON "ai_conversations" ("tenant_id", "public_id");
CREATE UNIQUE INDEX "ux_ai_prompts_tenant_id_feature_slug_name" ON "ai_prompts" ("tenant_id", "feature_slug", "name");
CREATE UNIQUE INDEX "ux_ai_tenant_directives_tenant_id_directive_key" ON "ai_tenant_directives" ("tenant_id", "directive_key");
CREATE INDEX "ix_audit_logs_tenant_id_created_at" ON "audit_logs" ("tenant_id", "created_at");
CREATE INDEX "ix_audit_logs_tenant_id_id" ON "audit_logs" ("tenant_id", "id");
CREATE UNIQUE INDEX "ux_bot_settings_tenant_id_active" ON "bot_settings" ("tenant_id") WHERE is_active;
CREATE INDEX "ix_chat_analytics_tenant_id_created_at" ON "chat_analytics" ("tenant_id", "created_at");
CREATE INDEX "ix_conversation_migrations_tenant_id_conversation_id" ON "conversation_migrations" ("tenant_id", "conversation_id");
CREATE INDEX "ix_conversation_migrations_tenant_id_run_id_batch" ON "conversation_migrations" ("tenant_id", "run_id", "batch");
CREATE INDEX "ix_conversation_turns_comparisons" ON "conversation_turns" ("tenant_id", "started_at", "seq") WHERE comparisons IS NOT NULL;
CREATE INDEX "ix_conversation_turns_tenant_id_started_at" ON "conversation_turns" ("tenant_id", "started_at");
CREATE UNIQUE INDEX "ux_conversation_turns_tenant_id_caller_idempotency_key" ON "conversation_turns" ("tenant_id", "caller", "idempotency_key") WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX "ux_conversation_turns_tenant_id_conversation_id_seq" ON "conversation_turns" ("tenant_id", "conversation_id", "seq");
CREATE INDEX "ix_effects_tenant_id_turn_id" ON "effects" ("tenant_id", "turn_id");
CREATE UNIQUE INDEX "ux_effects_tenant_id_key" ON "effects" ("tenant_id", "key");
CREATE UNIQUE INDEX "ux_flow_tests_tenant_id_flow_name_name" ON "flow_tests" ("tenant_id", "flow_name", "name");
CREATE INDEX "ix_ignore_rules_tenant_id" ON "ignore_rules" ("tenant_id");
CREATE INDEX "ix_knowledge_documents_stale" ON "knowledge_documents" ("tenant_id") WHERE search_text IS NULL;
CREATE UNIQUE INDEX "ux_knowledge_documents_tenant_id_slug" ON "knowledge_documents" ("tenant_id", "slug");
CREATE INDEX "ix_leads_tenant_id_created_at" ON "leads" ("tenant_id", "created_at");
CREATE UNIQUE INDEX "ux_leads_tenant_id_effect_key" ON "leads" ("tenant_id", "effect_key");
CREATE UNIQUE INDEX "ux_legacy_ids_tenant_id_instance_id_kind_old_id" ON "legacy_ids" ("tenant_id", "instance_id", "kind", "old_id");
CREATE INDEX "ix_parallel_runs_pending" ON "parallel_runs" ("tenant_id", "id") WHERE result = 'pending';
CREATE INDEX "ix_parallel_runs_tenant_id_created_at" ON "parallel_runs" ("tenant_id", "created_at");
CREATE UNIQUE INDEX "ux_parallel_runs_tenant_id_conversation_id_seq_candidate_mode" ON "parallel_runs" ("tenant_id", "conversation_id", "seq", "candidate", "mode");
CREATE UNIQUE INDEX "ux_parallel_runs_tenant_id_public_id" ON "parallel_runs" ("tenant_id", "public_id");
CREATE UNIQUE INDEX "ux_product_categories_tenant_id_slug" ON "product_categories" ("tenant_id", "slug");
CREATE INDEX "ix_products_stale" ON "products" ("tenant_id") WHERE search_text IS NULL;
CREATE INDEX "ix_products_tenant_id_category_id" ON "products" ("tenant_id", "category_id");
CREATE INDEX "ix_products_tenant_id_sku" ON "products" ("tenant_id", "sku");
CREATE UNIQUE INDEX "ux_products_tenant_id_slug" ON "products" ("tenant_id", "slug");
CREATE INDEX "ix_tenant_conversation_flows_tenant_id_flow_name_status_version" ON "tenant_conversation_flows" ("tenant_id", "flow_name", "status", "version");
CREATE UNIQUE INDEX "ux_tenant_conversation_flows_tenant_id_flow_name_active" ON "tenant_conversation_flows" ("tenant_id", "flow_name") WHERE is_active;
CREATE UNIQUE INDEX "ux_tenant_conversation_flows_tenant_id_flow_name_version" ON "tenant_conversation_flows" ("tenant_id", "flow_name", "version");
CREATE UNIQUE INDEX "ux_tenant_secrets_name" ON "tenant_secrets" ("tenant_id", "instance_id", "name");
CREATE TRIGGER tr_products_insert AFTER INSERT ON products WHEN new.search_text IS NOT NULL BEGIN INSERT INTO products_fts(rowid, search_text) VALUES (new.id, new.search_text); END;
CREATE TRIGGER tr_products_delete AFTER DELETE ON products WHEN old.search_text IS NOT NULL BEGIN INSERT INTO products_fts(products_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text); END;
CREATE TRIGGER tr_products_change AFTER UPDATE OF search_text ON products WHEN old.search_text IS NOT new.search_text BEGIN INSERT INTO products_fts(products_fts, rowid, search_text) SELECT 'delete', old.id, old.search_text WHERE old.search_text IS NOT NULL;
INSERT INTO products_fts(rowid, search_text) SELECT new.id, new.search_text WHERE new.search_text IS NOT NULL; END;
CREATE TRIGGER tr_products_stale AFTER UPDATE OF name, sku, description, tags, attributes, category_id, tenant_id ON products WHEN new.search_text IS NOT NULL AND old.search_text IS new.search_text AND (old.name IS NOT new.name OR old.sku IS NOT new.sku OR old.description IS NOT new.description OR old.tags IS NOT new.tags OR old.attributes IS NOT new.attributes OR old.category_id IS NOT new.category_id OR old.tenant_id IS NOT new.tenant_id) BEGIN UPDATE products SET search_text = NULL WHERE tenant_id = new.tenant_id AND id = new.id; END;
CREATE TRIGGER tr_knowledge_documents_insert AFTER INSERT ON knowledge_documents WHEN new.search_text IS NOT NULL BEGIN INSERT INTO knowledge_documents_fts(rowid, search_text) VALUES (new.id, new.search_text); END;
CREATE TRIGGER tr_knowledge_documents_delete AFTER DELETE ON knowledge_documents WHEN old.search_text IS NOT NULL BEGIN INSERT INTO knowledge_documents_fts(knowledge_documents_fts, rowid, search_text) VALUES ('delete', old.id, old.search_text); END;
CREATE TRIGGER tr_knowledge_documents_change AFTER UPDATE OF search_text ON knowledge_documents WHEN old.search_text IS NOT new.search_text BEGIN INSERT INTO knowledge_documents_fts(knowledge_documents_fts, rowid, search_text) SELECT 'delete', old.id, old.search_text WHERE old.search_text IS NOT NULL;
INSERT INTO knowledge_documents_fts(rowid, search_text) SELECT new.id, new.search_text WHERE new.search_text IS NOT NULL; END;
CREATE TRIGGER tr_knowledge_documents_stale AFTER UPDATE OF title, content, tags, tenant_id ON knowledge_documents WHEN new.search_text IS NOT NULL AND old.search_text IS new.search_text AND (old.title IS NOT new.title OR old.content IS NOT new.content OR old.tags IS NOT new.tags OR old.tenant_id IS NOT new.tenant_id) BEGIN UPDATE knowledge_documents SET search_text = NULL WHERE tenant_id = new.tenant_id AND id = new.id; END;
CREATE TRIGGER tr_product_categories_stale AFTER UPDATE OF slug, names, synonyms ON product_categories
BEGIN
  UPDATE products SET search_text = NULL WHERE tenant_id = new.tenant_id AND category_id = new.id;
END;
CREATE TRIGGER tr_tenants_stamp_insert AFTER INSERT ON tenants BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenants_stamp_update AFTER UPDATE ON tenants BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenants_stamp_delete AFTER DELETE ON tenants BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_bot_settings_stamp_insert AFTER INSERT ON bot_settings BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_bot_settings_stamp_update AFTER UPDATE ON bot_settings BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_bot_settings_stamp_delete AFTER DELETE ON bot_settings BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenant_stages_stamp_insert AFTER INSERT ON tenant_stages BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenant_stages_stamp_update AFTER UPDATE ON tenant_stages BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenant_stages_stamp_delete AFTER DELETE ON tenant_stages BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_kill_switches_stamp_insert AFTER INSERT ON kill_switches BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_kill_switches_stamp_update AFTER UPDATE ON kill_switches BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_kill_switches_stamp_delete AFTER DELETE ON kill_switches BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_tenant_directives_stamp_insert AFTER INSERT ON ai_tenant_directives BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_tenant_directives_stamp_update AFTER UPDATE ON ai_tenant_directives BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_tenant_directives_stamp_delete AFTER DELETE ON ai_tenant_directives BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_prompts_stamp_insert AFTER INSERT ON ai_prompts BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_prompts_stamp_update AFTER UPDATE ON ai_prompts BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_prompts_stamp_delete AFTER DELETE ON ai_prompts BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_assistant_configurations_stamp_insert AFTER INSERT ON ai_assistant_configurations BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_assistant_configurations_stamp_update AFTER UPDATE ON ai_assistant_configurations BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_assistant_configurations_stamp_delete AFTER DELETE ON ai_assistant_configurations BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_product_categories_stamp_insert AFTER INSERT ON product_categories BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_product_categories_stamp_update AFTER UPDATE ON product_categories BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_product_categories_stamp_delete AFTER DELETE ON product_categories BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenant_conversation_flows_stamp_insert AFTER INSERT ON tenant_conversation_flows BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenant_conversation_flows_stamp_update AFTER UPDATE ON tenant_conversation_flows BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_tenant_conversation_flows_stamp_delete AFTER DELETE ON tenant_conversation_flows BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_workflow_nodes_stamp_insert AFTER INSERT ON ai_workflow_nodes BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (0, 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_workflow_nodes_stamp_update AFTER UPDATE ON ai_workflow_nodes BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (0, 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
CREATE TRIGGER tr_ai_workflow_nodes_stamp_delete AFTER DELETE ON ai_workflow_nodes BEGIN INSERT INTO tenant_stamps (tenant_id, version) VALUES (0, 1) ON CONFLICT (tenant_id) DO UPDATE SET version = version + 1; END;
