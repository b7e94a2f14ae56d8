namespace FlowEngine.Storage.Schema;

/// <summary>What rows have to be changed before a unique index of the model can be made.</summary>
public static class RowRepairs
{
    /// <summary>Of several active rows the newest stays so; the others are kept.</summary>
    public static SchemaStep? Before(string index) => index switch
    {
        "ux_bot_settings_tenant_id_active" => Inactive("bot_settings", "tenant_id", "updated_at DESC, id DESC"),
        "ux_tenant_conversation_flows_tenant_id_flow_name_active" =>
            Inactive("tenant_conversation_flows", "tenant_id, flow_name", "version DESC, id DESC"),
        _ => null,
    };

    private static SchemaStep Inactive(string table, string of, string newestFirst) => new($"rows of {table}: one active", [
        $"""
        UPDATE {table} SET is_active = (1 = 0)
        WHERE is_active AND id NOT IN (
          SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY {of} ORDER BY {newestFirst}) AS place FROM {table} WHERE is_active) AS ranked
          WHERE place = 1)
        """]);
}
