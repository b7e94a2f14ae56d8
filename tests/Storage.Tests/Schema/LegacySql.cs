namespace FlowEngine.Storage.Tests.Schema;

/// <summary>Databases as they come to us, with rows.</summary>
internal static class LegacySql
{
    private static readonly (string Here, string There)[] s_postgreSql =
    [
        ("PRAGMA foreign_keys=OFF;", ""), ("INTEGER PRIMARY KEY AUTOINCREMENT", "SERIAL PRIMARY KEY"), ("BIGINT UNSIGNED", "BIGINT"),
        ("TINYINT(1)", "SMALLINT"), ("BOOLEAN", "SMALLINT"), ("DATETIME", "TIMESTAMP"), ("LONGTEXT", "TEXT"), ("COLLATE NOCASE", "COLLATE \"POSIX\""),
        ("CHECK (json_valid(metadata))", "CHECK (json_typeof(metadata) <> 'number')"), ("1762250000", "'2025-11-04 09:53:20'"),
        ("NOT NULL REFERENCES ai_conversations (id) ON DELETE CASCADE", "NOT NULL"),
    ];

    private static readonly (string Here, string There)[] s_mySql =
    [
        ("PRAGMA foreign_keys=OFF;", "SET foreign_key_checks=0;"), ("AUTOINCREMENT", "AUTO_INCREMENT"), ("BIGINT UNSIGNED", "BIGINT"),
        ("user_id BIGINT REFERENCES", "user_id INTEGER REFERENCES"), ("DATETIME", "DATETIME(6)"), ("TIMESTAMP", "TIMESTAMP(6) NULL"),
        ("COLLATE NOCASE", "COLLATE utf8mb4_general_ci"), ("1762250000", "'2025-11-04 09:53:20'"), ("slug TEXT", "slug VARCHAR(99)"),
    ];

    /// <summary>As another program would have made it on that database. Flags are numbers there, and references hold.</summary>
    public static string On(string database, string sql) => Words(database).Aggregate(
        sql, (text, word) => text.Replace(word.Here, word.There, StringComparison.Ordinal));

    private static (string Here, string There)[] Words(string database) => database switch
    {
        DatabaseNames.PostgreSql => s_postgreSql,
        DatabaseNames.MySql => s_mySql,
        _ => [],
    };

    /// <summary>The first assistant's own schema, with what its framework adds.</summary>
    public const string V1 = """
        PRAGMA foreign_keys=OFF;
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(255));
        CREATE TABLE ai_conversations (
          id BIGINT UNSIGNED NOT NULL PRIMARY KEY, tenant_id BIGINT UNSIGNED, user_id BIGINT REFERENCES users (id) ON DELETE SET NULL,
          session_id VARCHAR(255) COLLATE NOCASE, title VARCHAR(255), type VARCHAR(50) NOT NULL, feature_slug VARCHAR(100), feature_name VARCHAR(255),
          is_active TINYINT(1) DEFAULT 1, prompt_id BIGINT, metadata JSON CHECK (json_valid(metadata)), total_tokens_used INTEGER DEFAULT 0,
          created_at TIMESTAMP, updated_at TIMESTAMP);
        CREATE UNIQUE INDEX ai_conversations_session_id_unique ON ai_conversations (session_id);
        CREATE INDEX ai_conversations_type_index ON ai_conversations (type);
        CREATE TABLE ai_conversation_messages (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, conversation_id BIGINT NOT NULL REFERENCES ai_conversations (id) ON DELETE CASCADE,
          role VARCHAR(20) NOT NULL, content TEXT NOT NULL, tokens_used INTEGER, created_at DATETIME);
        CREATE TABLE ai_tenant_directives (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, tenant_id BIGINT NOT NULL, directive_key VARCHAR(100) NOT NULL, directive_value TEXT NOT NULL,
          directive_type VARCHAR(20) DEFAULT 'string', category VARCHAR(50) DEFAULT 'general', is_active BOOLEAN DEFAULT 1, UNIQUE (tenant_id, directive_key));
        CREATE TABLE ai_prompts (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, tenant_id BIGINT, name VARCHAR(255), feature_slug VARCHAR(100), prompt LONGTEXT, is_default BOOLEAN,
          is_active TEXT, created_at DATETIME, updated_at DATETIME);
        CREATE TABLE tenants (id INTEGER PRIMARY KEY, name VARCHAR(255), slug VARCHAR(255), data JSON);
        INSERT INTO tenants VALUES (3, 'Forklift', 'forklift', '{"a":1}'), (7, 'Palet', 'palet', NULL);
        INSERT INTO users VALUES (5, 'Ayşe'), (6, 'Ali');
        INSERT INTO ai_conversations (id, tenant_id, user_id, session_id, title, type, feature_slug, feature_name, is_active, prompt_id, metadata, total_tokens_used, created_at, updated_at) VALUES
          (1, 3, NULL, 'sess-a', 'Transpalet', 'shop', 'shop-assistant', 'Mağaza', 1, 2, '{"category":"transpalet"}', 120, '2025-11-04 10:00:00', '2025-11-04 10:05:00.250'),
          (2, 3, 5, NULL, NULL, 'shop', 'shop-assistant', NULL, 0, NULL, NULL, 7, '2025-11-05 09:00:00', NULL),
          (3, 3, 5, NULL, 'İkinci', 'chat', NULL, NULL, NULL, NULL, '[]', 0, NULL, NULL),
          (4, 7, 5, NULL, NULL, 'chat', NULL, NULL, 1, NULL, NULL, 0, 1762250000, 1762250000),
          (9, 7, NULL, NULL, NULL, 'chat', NULL, NULL, 1, NULL, NULL, 0, '2025-11-06 00:00:00', '2025-11-06 00:00:00'),
          (12, NULL, NULL, '', NULL, 'chat', NULL, NULL, 1, NULL, NULL, 0, '2025-11-06 00:00:00', '2025-11-06 00:00:00');
        INSERT INTO ai_conversation_messages (conversation_id, role, content, tokens_used, created_at) VALUES
          (1, 'user', 'transpalet istiyorum', 4, '2025-11-04 10:00:00'), (1, 'assistant', 'Buyurun <b>🙂</b>', 40, '2025-11-04 10:00:02'),
          (4, 'user', '''tırnak''', NULL, NULL), (99, 'user', 'orphan', NULL, '2025-11-04 10:00:00');
        DELETE FROM ai_conversation_messages WHERE id = 3;
        INSERT INTO ai_conversation_messages (conversation_id, role, content) VALUES (4, 'user', 'last');
        INSERT INTO ai_tenant_directives (tenant_id, directive_key, directive_value) VALUES (3, 'tone', 'warm'), (7, 'tone', 'short');
        INSERT INTO ai_prompts (tenant_id, name, feature_slug, prompt, is_default, is_active) VALUES (3, 'main', 'shop-assistant', 'You are…', 1, 'true'), (7, 'main', NULL, NULL, NULL, 'false');
        """;

    /// <summary>The flow engine's columns put beside them by hand, some of them, in types of their own.</summary>
    public const string HandMade = V1 + """

        ALTER TABLE ai_conversations ADD COLUMN flow_id INTEGER;
        ALTER TABLE ai_conversations ADD COLUMN current_node_id VARCHAR(20);
        ALTER TABLE ai_conversations ADD COLUMN context_data JSON;
        UPDATE ai_conversations SET flow_id = 2, current_node_id = 'node_3', context_data = '{"x":{"y":1}}' WHERE id < 3;
        CREATE INDEX ix_ai_conversations_tenant_id_updated_at ON ai_conversations (tenant_id);
        CREATE TABLE tenant_conversation_flows (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, tenant_id INTEGER NOT NULL, flow_name VARCHAR(255) NOT NULL, flow_description TEXT,
          flow_data JSON NOT NULL, start_node_id VARCHAR(50) NOT NULL, is_active BOOLEAN NOT NULL DEFAULT 1, priority INTEGER NOT NULL DEFAULT 0,
          created_by BIGINT, updated_by BIGINT, created_at TIMESTAMP, updated_at TIMESTAMP);
        INSERT INTO tenant_conversation_flows (tenant_id, flow_name, flow_data, start_node_id, is_active, priority, created_by) VALUES
          (3, 'Shop', '{"nodes":[]}', 'node_1', 1, 10, 5), (3, 'Shop', '{"nodes":[1]}', 'node_1', 1, 20, 6), (7, 'Shop', '{}', 'node_1', 0, 1, NULL);
        CREATE TABLE bot_settings (id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL, user_id INTEGER NOT NULL, is_active BOOLEAN, updated_at TIMESTAMP);
        INSERT INTO bot_settings VALUES (1, 3, 5, 1, '2025-11-03 00:00:00'), (2, 3, 6, 1, '2025-11-09 00:00:00'), (3, 3, 8, 1, '2025-11-04 00:00:00'),
          (4, 7, 5, 0, '2025-11-04 00:00:00'), (5, 7, 6, 1, '2025-11-04 00:00:00');
        CREATE TABLE ai_assistant_configurations (id INTEGER PRIMARY KEY, name TEXT, provider TEXT, model_name TEXT, is_active BOOLEAN, is_default BOOLEAN);
        INSERT INTO ai_assistant_configurations VALUES (1, 'main', 'openai', 'gpt-4o-mini', 1, 1), (2, 'spare', 'anthropic', 'claude-3-haiku', 1, 0);
        """;

    public const string Configurations = """
        CREATE TABLE ai_assistant_configurations (id INTEGER PRIMARY KEY, name TEXT, provider TEXT, model_name TEXT, is_active BOOLEAN, is_default BOOLEAN);
        INSERT INTO ai_assistant_configurations VALUES (1, 'main', 'openai', 'gpt-4o-mini', 1, 1);
        """;

    public const string Tenants = """
        CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT, slug TEXT);
        INSERT INTO tenants VALUES (4, 'four', 'four'), (2, 'two', 'two');
        """;
}
