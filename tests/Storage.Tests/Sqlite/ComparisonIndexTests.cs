using System.Text.RegularExpressions;
using FlowEngine.Databases;
using FlowEngine.Storage.Comparisons;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Tests.Sqlite;

/// <summary>What waits to be compared is found by its own index: what was compared before, however much, is not read again.</summary>
public sealed partial class ComparisonIndexTests
{
    [Fact]
    public async Task Queue_LookingForWork_ReadsOnlyWhatIsPending()
    {
        var statements = new List<string>();
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite, options => options with { OnStatement = statements.Add });
        var queue = database.Get<ComparisonQueue>();

        await queue.TenantsAsync(TestDatabase.Instance, default);
        await queue.BacklogAsync(TestDatabase.Instance, 10, default);
        await queue.OpenAsync(new OpenTenant(database.Tenant, 0), 10, default);

        Assert.Equal(6, statements.Count);
        Assert.All(statements, sql =>
        {
            var plan = Plan(database, sql);
            Assert.Contains(plan, step => Waiting().IsMatch(step));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
            Assert.All(plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) && step is not ("SCAN waiting" or "SCAN asked")), step => Assert.Matches(Waiting(), step));
        });
    }

    private static List<string> Plan(TestDatabase database, string sql)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is the product's own.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        foreach (var name in Parameters().Matches(sql).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, 1);
        }

        using var reader = command.ExecuteReader();
        var plan = new List<string>();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    [GeneratedRegex("USING (COVERING )?INDEX (ix_parallel_runs_pending|ix_conversation_turns_comparisons)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Waiting();

    [GeneratedRegex("@[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();
}
