using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.MySql.Connections;

internal static class Guard
{
    /// <summary>
    /// Raises an error (1242: a subquery gives more than one row) unless the statement before it changed exactly one row, so that the
    /// statements after it are not run, without a round trip to ask first.
    /// </summary>
    public static SqlStatement OneRow { get; } = new("SELECT IF(ROW_COUNT() = 1, 1, (SELECT 1 UNION ALL SELECT 2))");
}
