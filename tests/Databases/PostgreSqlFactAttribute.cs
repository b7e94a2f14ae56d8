using Xunit;

namespace FlowEngine.Databases;

/// <summary>A test of what PostgreSQL alone has. Where it is not installed it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = DatabaseNames.WhySkipped(DatabaseNames.PostgreSql);
}
