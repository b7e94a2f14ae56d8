using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowEngine.Storage.Database;

/// <summary>
/// Used by tests: refuses SQL that reads or writes a table without naming <c>tenant_id</c>, unless it touches only tables that belong to no tenant.
/// Contexts have it where a database's options set <c>OnStatement</c>.
/// </summary>
public sealed partial class TenantCommandGuard : DbCommandInterceptor
{
    /// <summary>The last is what the dialect of PostgreSQL calls the rows that a statement changed.</summary>
    private static readonly string[] s_exempt = ["tenants", "api_keys", "ai_workflow_nodes", "data_protection_keys", "projections", "__EFMigrationsHistory", "changed"];

    public static void Check(string sql)
    {
        if (sql.Contains("tenant_id", StringComparison.Ordinal))
        {
            return;
        }

        var table = Tables().Matches(sql).Select(match => match.Groups["name"].Value)
            .FirstOrDefault(name => name.Length > 0 && !s_exempt.Contains(name, StringComparer.Ordinal) && !name.StartsWith("sqlite_", StringComparison.Ordinal));
        if (table is not null)
        {
            throw new InvalidOperationException($"SQL on '{table}' does not name tenant_id: {sql}");
        }
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Check(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check(command.CommandText);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command.CommandText);
        return new(result);
    }

    [GeneratedRegex("""\bON DUPLICATE KEY UPDATE\b|\b(?:FROM|JOIN|INTO|UPDATE)\s+["\[`]?(?<name>[A-Za-z_]\w*)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tables();
}
