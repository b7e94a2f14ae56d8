CREATE TABLE `__EFMigrationsHistory` (
  `MigrationId` varchar(150) NOT NULL,
  `ProductVersion` varchar(32) NOT NULL,
  PRIMARY KEY (`MigrationId`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `ai_assistant_configurations` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `name` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `provider` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `model_name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `settings` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL,
  `is_default` tinyint(1) NOT NULL,
  `priority` int(11) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_ai_assistant_configurations_tenant_id_name` (`tenant_id`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `ai_conversation_messages` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `message_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `turn_id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `role` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `kind` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `content` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `payload` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `engine` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_ai_conversation_messages_tenant_id_conversation_id_id` (`tenant_id`,`conversation_id`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `ai_conversations` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `public_id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `session_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `user_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `title` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `language` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `status` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `row_version` int(11) NOT NULL,
  `feature_slug` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `feature_name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL,
  `prompt_id` bigint(20) DEFAULT NULL,
  `metadata` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `flow_id` bigint(20) DEFAULT NULL,
  `current_node_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `state_history` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `context_data` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `expires_at` datetime(6) DEFAULT NULL,
  `used_input_tokens` bigint(20) NOT NULL DEFAULT 0,
  `used_output_tokens` bigint(20) NOT NULL DEFAULT 0,
  `used_cost_units` bigint(20) NOT NULL DEFAULT 0,
  `used_currency` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `unpriced_turns` bigint(20) NOT NULL DEFAULT 0,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `closed_at` datetime(6) DEFAULT NULL,
  `last_turn_at` datetime(6) DEFAULT NULL,
  `imported_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_ai_conversations_tenant_id_public_id` (`tenant_id`,`public_id`),
  KEY `ix_ai_conversations_expires_at` (`expires_at`),
  KEY `ix_ai_conversations_tenant_id_session_id_updated_at` (`tenant_id`,`session_id`,`updated_at`),
  KEY `ix_ai_conversations_tenant_id_updated_at` (`tenant_id`,`updated_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `ai_prompts` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `feature_slug` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `feature_name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `name` varchar(200) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `prompt` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `is_default` tinyint(1) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_ai_prompts_tenant_id_feature_slug_name` (`tenant_id`,`feature_slug`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `ai_tenant_directives` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `directive_key` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `directive_value` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `directive_type` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `category` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `priority` int(11) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_ai_tenant_directives_tenant_id_directive_key` (`tenant_id`,`directive_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `ai_workflow_nodes` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `node_key` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `node_class` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `category` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `is_global` tinyint(1) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `tenant_whitelist` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_ai_workflow_nodes_node_key` (`node_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `api_keys` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) DEFAULT NULL,
  `name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `scope` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `hash` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `prefix` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `revoked_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_api_keys_hash` (`hash`),
  KEY `ix_api_keys_tenant_id` (`tenant_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `audit_logs` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `actor` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `action` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `subject` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `details` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_audit_logs_tenant_id_created_at` (`tenant_id`,`created_at`),
  KEY `ix_audit_logs_tenant_id_id` (`tenant_id`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `bot_settings` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `default_flow` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `fallback_text` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `contact` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `exchange_rates` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `limits` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `anonymous_chat` tinyint(1) NOT NULL,
  `chat_disabled` tinyint(1) NOT NULL DEFAULT 0,
  `allowed_hosts` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `active_key` tinyint(4) GENERATED ALWAYS AS (if(`is_active`,1,NULL)) VIRTUAL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_bot_settings_tenant_id_active` (`tenant_id`,`active_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `candidate_states` (
  `tenant_id` bigint(20) NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `engine` varchar(8) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `mode` varchar(16) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `after_seq` int(11) NOT NULL,
  `state` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`tenant_id`,`conversation_id`,`engine`,`mode`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `chat_analytics` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `turn_id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `engine` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `stage` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `flow_version_id` bigint(20) DEFAULT NULL,
  `model` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `input_tokens` int(11) NOT NULL,
  `output_tokens` int(11) NOT NULL,
  `messages` int(11) NOT NULL,
  `duration_ms` double NOT NULL,
  `failure_code` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_chat_analytics_tenant_id_created_at` (`tenant_id`,`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `comparison_usage` (
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `day` varchar(10) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `runs` bigint(20) NOT NULL,
  `tokens` bigint(20) NOT NULL,
  `cost_units` bigint(20) NOT NULL,
  PRIMARY KEY (`tenant_id`,`instance_id`,`day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `conversation_migrations` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `run_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `batch` int(11) NOT NULL,
  `mapper_version` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `source_hash` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `rules` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `before` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `after` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `status` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `undone_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_conversation_migrations_tenant_id_conversation_id` (`tenant_id`,`conversation_id`),
  KEY `ix_conversation_migrations_tenant_id_run_id_batch` (`tenant_id`,`run_id`,`batch`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `conversation_turns` (
  `id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `seq` int(11) NOT NULL,
  `status` varchar(16) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `lease_until` datetime(6) DEFAULT NULL,
  `engine` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `stage` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `flow_version_id` bigint(20) DEFAULT NULL,
  `state_before` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `state_after` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `trace` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `outside_answers` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `reply` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `comparisons` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `failure_code` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `handover` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `fallback_from` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `fallback_code` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `model` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `input_tokens` int(11) NOT NULL,
  `output_tokens` int(11) NOT NULL,
  `cost` decimal(38,18) DEFAULT NULL,
  `cost_currency` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `price_version` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `used_cost_units` bigint(20) DEFAULT NULL,
  `used_currency` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `is_unpriced` tinyint(1) DEFAULT NULL,
  `caller` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `idempotency_key` varchar(200) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `body_hash` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `started_at` datetime(6) NOT NULL,
  `duration_ms` double NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_conversation_turns_tenant_id_conversation_id_seq` (`tenant_id`,`conversation_id`,`seq`),
  UNIQUE KEY `ux_conversation_turns_tenant_id_caller_idempotency_key` (`tenant_id`,`caller`,`idempotency_key`),
  KEY `ix_conversation_turns_claimed` (`status`,`lease_until`),
  KEY `ix_conversation_turns_comparisons` (`comparisons`(1),`tenant_id`,`started_at`,`seq`),
  KEY `ix_conversation_turns_tenant_id_started_at` (`tenant_id`,`started_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `data_protection_keys` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `xml` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `effects` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `key` varchar(200) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `turn_id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `kind` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `type` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `node_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `payload` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `result` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `status` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_effects_tenant_id_key` (`tenant_id`,`key`),
  KEY `ix_effects_tenant_id_turn_id` (`tenant_id`,`turn_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `flow_tests` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `flow_name` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `name` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `script` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_by` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_flow_tests_tenant_id_flow_name_name` (`tenant_id`,`flow_name`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `ignore_rules` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `owner` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `reason` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `field` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `kind` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `value` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `expires_at` datetime(6) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ix_ignore_rules_tenant_id` (`tenant_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `kill_switches` (
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `kind` varchar(16) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `subject` varchar(200) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `reason` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `changed_by` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`tenant_id`,`instance_id`,`kind`,`subject`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `knowledge_documents` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `slug` varchar(200) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `title` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `content` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `url` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `tags` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL,
  `search_text` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `updated_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_knowledge_documents_tenant_id_slug` (`tenant_id`,`slug`),
  KEY `ix_knowledge_documents_stale` (`tenant_id`,`search_text`(1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `leads` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `turn_id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `effect_key` varchar(200) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `email` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `phone` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `fields` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `source` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_leads_tenant_id_effect_key` (`tenant_id`,`effect_key`),
  KEY `ix_leads_tenant_id_created_at` (`tenant_id`,`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `legacy_ids` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `kind` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `old_id` bigint(20) NOT NULL,
  `new_id` bigint(20) NOT NULL,
  `source_hash` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `messages_hash` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `last_message` bigint(20) DEFAULT NULL,
  `imported_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_legacy_ids_tenant_id_instance_id_kind_old_id` (`tenant_id`,`instance_id`,`kind`,`old_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `parallel_runs` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `public_id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `conversation_id` bigint(20) NOT NULL,
  `turn_id` char(36) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `seq` int(11) NOT NULL,
  `stage` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `answered_by` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `candidate` varchar(8) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `mode` varchar(16) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `sample` double NOT NULL,
  `result` varchar(32) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `skipped_reason` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `severity` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `decided_by` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `cluster` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `expired_rule` tinyint(1) NOT NULL,
  `input` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `control_raw` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `control` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `candidate_raw` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `candidate_answer` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `verdict` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `flow_version_id` bigint(20) DEFAULT NULL,
  `control_ms` double NOT NULL,
  `control_first_ms` double DEFAULT NULL,
  `candidate_ms` double DEFAULT NULL,
  `candidate_first_ms` double DEFAULT NULL,
  `candidate_tokens` int(11) NOT NULL,
  `control_cost` decimal(38,18) DEFAULT NULL,
  `candidate_cost` decimal(38,18) DEFAULT NULL,
  `currency` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `unpriced_model` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `attempts` int(11) NOT NULL,
  `lease_until` datetime(6) DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_parallel_runs_tenant_id_conversation_id_seq_candidate_mode` (`tenant_id`,`conversation_id`,`seq`,`candidate`,`mode`),
  UNIQUE KEY `ux_parallel_runs_tenant_id_public_id` (`tenant_id`,`public_id`),
  KEY `ix_parallel_runs_pending` (`result`,`tenant_id`,`id`),
  KEY `ix_parallel_runs_tenant_id_created_at` (`tenant_id`,`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `product_categories` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `slug` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `names` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `synonyms` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `position` int(11) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_product_categories_tenant_id_slug` (`tenant_id`,`slug`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `products` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `category_id` bigint(20) DEFAULT NULL,
  `sku` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `slug` varchar(200) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `description` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `tags` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `attributes` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `price` decimal(38,18) DEFAULT NULL,
  `currency` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `stock` int(11) NOT NULL,
  `featured` tinyint(1) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `url` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `image_url` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `search_text` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `updated_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_products_tenant_id_slug` (`tenant_id`,`slug`),
  KEY `ix_products_stale` (`tenant_id`,`search_text`(1)),
  KEY `ix_products_tenant_id_category_id` (`tenant_id`,`category_id`),
  KEY `ix_products_tenant_id_sku` (`tenant_id`,`sku`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `search_words` (
  `tenant_id` bigint(20) NOT NULL,
  `source` varchar(32) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `word` varchar(500) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `row_id` bigint(20) NOT NULL,
  `row_words` int(11) NOT NULL,
  PRIMARY KEY (`tenant_id`,`source`,`word`,`row_id`),
  KEY `ix_search_words_row` (`tenant_id`,`source`,`row_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `tenant_conversation_flows` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `flow_name` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `version` int(11) NOT NULL,
  `flow_description` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `start_node_id` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `is_active` tinyint(1) NOT NULL,
  `status` varchar(16) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `etag` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `settings` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `priority` int(11) NOT NULL,
  `created_by` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `note` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `published_at` datetime(6) DEFAULT NULL,
  `flow_data` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `active_key` tinyint(4) GENERATED ALWAYS AS (if(`is_active`,1,NULL)) VIRTUAL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_tenant_conversation_flows_tenant_id_flow_name_version` (`tenant_id`,`flow_name`,`version`),
  UNIQUE KEY `ux_tenant_conversation_flows_tenant_id_flow_name_active` (`tenant_id`,`flow_name`,`active_key`),
  KEY `ix_tenant_conversation_flows_tenant_id_flow_name_status_version` (`tenant_id`,`flow_name`,`status`,`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `tenant_secrets` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `name` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `value` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_tenant_secrets_name` (`tenant_id`,`instance_id`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `tenant_stages` (
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `stage` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `percentage` int(11) NOT NULL,
  `sample` int(11) NOT NULL,
  `reason` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `changed_by` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `version` int(11) NOT NULL DEFAULT 0,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`tenant_id`,`instance_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `tenant_stamps` (
  `tenant_id` bigint(20) NOT NULL,
  `version` bigint(20) NOT NULL,
  PRIMARY KEY (`tenant_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `tenant_usage` (
  `tenant_id` bigint(20) NOT NULL,
  `instance_id` varchar(64) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `day` varchar(10) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `slot` int(11) NOT NULL DEFAULT 0,
  `turns` bigint(20) NOT NULL,
  `input_tokens` bigint(20) NOT NULL,
  `output_tokens` bigint(20) NOT NULL,
  `cost_units` bigint(20) NOT NULL,
  `currency` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `unpriced_turns` bigint(20) NOT NULL,
  PRIMARY KEY (`tenant_id`,`instance_id`,`day`,`slot`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `tenants` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `slug` varchar(100) CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `name` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `languages` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `currency` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `site_url` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ DEFAULT NULL,
  `time_zone` longtext CHARACTER SET utf8mb4 COLLATE /*M!100200 utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ux_tenants_slug` (`slug`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `__EFMigrationsHistory` (`MigrationId`, `ProductVersion`) VALUES ('20261201000000_FlowEngine','9.0.23');
INSERT INTO `ai_conversation_messages` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `message_id`, `turn_id`, `role`, `kind`, `content`, `payload`, `engine`, `created_at`) VALUES (1,1,'test',1,'u-1','019ab000-0000-7000-8000-000000000101','user','text','soru 1',NULL,'v2','2026-11-22 10:00:00.000000');
INSERT INTO `ai_conversation_messages` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `message_id`, `turn_id`, `role`, `kind`, `content`, `payload`, `engine`, `created_at`) VALUES (2,1,'test',1,'a-1','019ab000-0000-7000-8000-000000000101','assistant','question','yanıt 1','{\"quickReplies\":[\"evet\"]}','v2','2026-11-22 10:00:00.000000');
INSERT INTO `ai_conversation_messages` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `message_id`, `turn_id`, `role`, `kind`, `content`, `payload`, `engine`, `created_at`) VALUES (3,1,'test',1,'u-2','019ab000-0000-7000-8000-000000000102','user','text','soru 2',NULL,'v2','2026-11-22 10:00:00.000000');
INSERT INTO `ai_conversation_messages` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `message_id`, `turn_id`, `role`, `kind`, `content`, `payload`, `engine`, `created_at`) VALUES (4,1,'test',1,'a-2','019ab000-0000-7000-8000-000000000102','assistant','question','yanıt 2','{\"quickReplies\":[\"evet\"]}','v2','2026-11-22 10:00:00.000000');
INSERT INTO `ai_conversations` (`id`, `tenant_id`, `instance_id`, `public_id`, `session_id`, `user_id`, `title`, `language`, `status`, `row_version`, `feature_slug`, `feature_name`, `is_active`, `prompt_id`, `metadata`, `flow_id`, `current_node_id`, `state_history`, `context_data`, `expires_at`, `used_input_tokens`, `used_output_tokens`, `used_cost_units`, `used_currency`, `unpriced_turns`, `created_at`, `updated_at`, `closed_at`, `last_turn_at`, `imported_at`) VALUES (1,1,'test','019ab000-0000-7000-8000-000000000001','s1','u1','Merhaba','tr','waiting',2,'chat','Chat',1,7,'{}',NULL,'node-3','[]','{\"v\":1,\"vars\":{}}','2026-11-22 11:00:00.000000',20,4,2000000,'USD',0,'2026-11-22 10:00:00.000000','2026-11-22 10:00:02.000000',NULL,'2026-11-22 10:00:02.000000',NULL);
INSERT INTO `audit_logs` (`id`, `tenant_id`, `instance_id`, `actor`, `action`, `subject`, `details`, `created_at`) VALUES (1,1,'test','session:s1','chat.turn','019ab000-0000-7000-8000-000000000001',NULL,'2026-11-22 10:00:01.000000');
INSERT INTO `audit_logs` (`id`, `tenant_id`, `instance_id`, `actor`, `action`, `subject`, `details`, `created_at`) VALUES (2,1,'test','session:s1','chat.turn','019ab000-0000-7000-8000-000000000001',NULL,'2026-11-22 10:00:02.000000');
INSERT INTO `chat_analytics` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `turn_id`, `engine`, `stage`, `flow_version_id`, `model`, `input_tokens`, `output_tokens`, `messages`, `duration_ms`, `failure_code`, `created_at`) VALUES (1,1,'test',1,'019ab000-0000-7000-8000-000000000101','v2','live',NULL,NULL,0,0,2,12.5,NULL,'2026-11-22 10:00:01.000000');
INSERT INTO `chat_analytics` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `turn_id`, `engine`, `stage`, `flow_version_id`, `model`, `input_tokens`, `output_tokens`, `messages`, `duration_ms`, `failure_code`, `created_at`) VALUES (2,1,'test',1,'019ab000-0000-7000-8000-000000000102','v2','live',NULL,NULL,0,0,2,12.5,NULL,'2026-11-22 10:00:02.000000');
INSERT INTO `conversation_turns` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `seq`, `status`, `lease_until`, `engine`, `stage`, `flow_version_id`, `state_before`, `state_after`, `trace`, `outside_answers`, `reply`, `comparisons`, `failure_code`, `handover`, `fallback_from`, `fallback_code`, `model`, `input_tokens`, `output_tokens`, `cost`, `cost_currency`, `price_version`, `used_cost_units`, `used_currency`, `is_unpriced`, `caller`, `idempotency_key`, `body_hash`, `started_at`, `duration_ms`) VALUES ('019ab000-0000-7000-8000-000000000101',1,'test',1,1,'done',NULL,'v2','live',NULL,'a','b','[]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,1000000,'USD',0,'session:s1',NULL,'hash','2026-11-22 10:00:00.000000',12.5);
INSERT INTO `conversation_turns` (`id`, `tenant_id`, `instance_id`, `conversation_id`, `seq`, `status`, `lease_until`, `engine`, `stage`, `flow_version_id`, `state_before`, `state_after`, `trace`, `outside_answers`, `reply`, `comparisons`, `failure_code`, `handover`, `fallback_from`, `fallback_code`, `model`, `input_tokens`, `output_tokens`, `cost`, `cost_currency`, `price_version`, `used_cost_units`, `used_currency`, `is_unpriced`, `caller`, `idempotency_key`, `body_hash`, `started_at`, `duration_ms`) VALUES ('019ab000-0000-7000-8000-000000000102',1,'test',1,2,'done',NULL,'v2','live',NULL,'a','b','[]','[]','{}',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,1000000,'USD',0,'session:s1',NULL,'hash','2026-11-22 10:00:00.000000',12.5);
INSERT INTO `tenant_stamps` (`tenant_id`, `version`) VALUES (1,1);
INSERT INTO `tenant_usage` (`tenant_id`, `instance_id`, `day`, `slot`, `turns`, `input_tokens`, `output_tokens`, `cost_units`, `currency`, `unpriced_turns`) VALUES (1,'test','2026-11-22',1,2,20,4,2000000,'USD',0);
INSERT INTO `tenants` (`id`, `slug`, `name`, `languages`, `currency`, `site_url`, `time_zone`, `is_active`, `created_at`, `updated_at`) VALUES (1,'one','one','[\"tr\",\"en\"]','TRY','https://shop.example','Europe/Istanbul',1,'2026-11-22 10:00:00.000000','2026-11-22 10:00:00.000000');
CREATE TRIGGER tr_ai_assistant_configurations_stamp_insert AFTER INSERT ON ai_assistant_configurations FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_assistant_configurations_stamp_update AFTER UPDATE ON ai_assistant_configurations FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_assistant_configurations_stamp_delete AFTER DELETE ON ai_assistant_configurations FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_prompts_stamp_insert AFTER INSERT ON ai_prompts FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_prompts_stamp_update AFTER UPDATE ON ai_prompts FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_prompts_stamp_delete AFTER DELETE ON ai_prompts FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_tenant_directives_stamp_insert AFTER INSERT ON ai_tenant_directives FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_tenant_directives_stamp_update AFTER UPDATE ON ai_tenant_directives FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_tenant_directives_stamp_delete AFTER DELETE ON ai_tenant_directives FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_workflow_nodes_stamp_insert AFTER INSERT ON ai_workflow_nodes FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (0, 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_workflow_nodes_stamp_update AFTER UPDATE ON ai_workflow_nodes FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (0, 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_ai_workflow_nodes_stamp_delete AFTER DELETE ON ai_workflow_nodes FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (0, 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_bot_settings_stamp_insert AFTER INSERT ON bot_settings FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_bot_settings_stamp_update AFTER UPDATE ON bot_settings FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_bot_settings_stamp_delete AFTER DELETE ON bot_settings FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_kill_switches_stamp_insert AFTER INSERT ON kill_switches FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_kill_switches_stamp_update AFTER UPDATE ON kill_switches FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_kill_switches_stamp_delete AFTER DELETE ON kill_switches FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_knowledge_documents_stale BEFORE UPDATE ON knowledge_documents FOR EACH ROW
SET NEW.search_text = IF(OLD.search_text <=> NEW.search_text AND NOT (OLD.title <=> NEW.title AND OLD.content <=> NEW.content AND OLD.tags <=> NEW.tags AND OLD.tenant_id <=> NEW.tenant_id), NULL, NEW.search_text);
CREATE TRIGGER tr_knowledge_documents_gone AFTER DELETE ON knowledge_documents FOR EACH ROW
DELETE FROM search_words WHERE tenant_id = OLD.tenant_id AND source = 'knowledge_documents' AND row_id = OLD.id;
CREATE TRIGGER tr_product_categories_stamp_insert AFTER INSERT ON product_categories FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_product_categories_stale AFTER UPDATE ON product_categories FOR EACH ROW
UPDATE products SET search_text = NULL
WHERE tenant_id = NEW.tenant_id AND category_id = NEW.id
  AND NOT (OLD.slug <=> NEW.slug AND OLD.names <=> NEW.names AND OLD.synonyms <=> NEW.synonyms);
CREATE TRIGGER tr_product_categories_stamp_update AFTER UPDATE ON product_categories FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_product_categories_stamp_delete AFTER DELETE ON product_categories FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_products_stale BEFORE UPDATE ON products FOR EACH ROW
SET NEW.search_text = IF(OLD.search_text <=> NEW.search_text AND NOT (OLD.name <=> NEW.name AND OLD.sku <=> NEW.sku AND OLD.description <=> NEW.description AND OLD.tags <=> NEW.tags AND OLD.attributes <=> NEW.attributes AND OLD.category_id <=> NEW.category_id AND OLD.tenant_id <=> NEW.tenant_id), NULL, NEW.search_text);
CREATE TRIGGER tr_products_gone AFTER DELETE ON products FOR EACH ROW
DELETE FROM search_words WHERE tenant_id = OLD.tenant_id AND source = 'products' AND row_id = OLD.id;
CREATE TRIGGER tr_tenant_conversation_flows_stamp_insert AFTER INSERT ON tenant_conversation_flows FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenant_conversation_flows_stamp_update AFTER UPDATE ON tenant_conversation_flows FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenant_conversation_flows_stamp_delete AFTER DELETE ON tenant_conversation_flows FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenant_stages_stamp_insert AFTER INSERT ON tenant_stages FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenant_stages_stamp_update AFTER UPDATE ON tenant_stages FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenant_stages_stamp_delete AFTER DELETE ON tenant_stages FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.tenant_id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenants_stamp_insert AFTER INSERT ON tenants FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenants_stamp_update AFTER UPDATE ON tenants FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(NEW.id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
CREATE TRIGGER tr_tenants_stamp_delete AFTER DELETE ON tenants FOR EACH ROW INSERT INTO tenant_stamps (tenant_id, version) VALUES (COALESCE(OLD.id, 0), 1) ON DUPLICATE KEY UPDATE version = version + 1;
