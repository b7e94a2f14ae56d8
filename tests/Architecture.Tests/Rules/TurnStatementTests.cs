using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>The statements of a turn stand in <c>Storage/Writing</c>; a database's project has its dialect and how statements are run.</summary>
[Collection(SourceTreeCollection.Name)]
public sealed class TurnStatementTests(SourceTree sources)
{
    private static readonly string[] s_tables =
        ["conversation_turns", "ai_conversation", "effects", "leads", "audit_logs", "chat_analytics", "tenant_usage"];

    [Fact]
    public void Turns_OfADatabase_NameNoTable() =>
        Breaches.None(
            from file in Turns()
            from table in s_tables
            where file.Text.Contains(table, StringComparison.Ordinal)
            select $"{file.Path} names {table}");

    [Fact]
    public void Turns_OfEveryDatabase_AreLookedThrough() =>
        Assert.Equal(3, Turns().Select(file => file.Project).Distinct(StringComparer.Ordinal).Count());

    private IEnumerable<SourceFile> Turns() => sources.Projects
        .Where(project => project.Name.StartsWith("Storage.", StringComparison.Ordinal))
        .SelectMany(project => project.Files)
        .Where(file => file.Folder == "Turns");
}
