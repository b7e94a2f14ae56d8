using System.Data.Common;

namespace FlowEngine.Storage.Tenants;

/// <summary>The tenant's stamp, alone or as the first two columns of another read.</summary>
internal static class StampQuery
{
    /// <summary>One row; takes <c>@tenant_id</c>.</summary>
    public const string Sql = """
        SELECT COALESCE((SELECT version FROM tenant_stamps WHERE tenant_id = @tenant_id), 0) AS tenant_stamp,
          COALESCE((SELECT version FROM tenant_stamps WHERE tenant_id = 0), 0) AS service_stamp
        """;

    public static TenantStamp Read(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1));
}
