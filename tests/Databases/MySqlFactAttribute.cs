using Xunit;

namespace FlowEngine.Databases;

/// <summary>A test of what MySQL or MariaDB alone has. Where it is not installed it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MySqlFactAttribute : FactAttribute
{
    public MySqlFactAttribute() => Skip = DatabaseNames.WhySkipped(DatabaseNames.MySql);
}
