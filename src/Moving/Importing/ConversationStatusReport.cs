using System.Globalization;
using FlowEngine.Moving.Rows;
using FlowEngine.Moving.Rules;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>Reads every row of a database with the hybrid table once, ours or the legacy system's.</summary>
public sealed class ConversationStatusReport(SourceDatabases source)
{
    private const int PageSize = 500;

    private const string Duplicates = """
        SELECT c.id FROM ai_conversations c
        WHERE EXISTS (SELECT 1 FROM ai_conversations e WHERE e.session_id = c.session_id AND e.id < c.id) ORDER BY c.id
        """;

    public async Task<(StatusView? View, string? Refusal)> ReadAsync(
        string connection, IReadOnlyDictionary<long, string> tenantDatabases, CancellationToken cancellationToken)
    {
        await using var central = await SourceReader.OpenAsync(source, connection, cancellationToken);
        if (!central.Tables.Contains(LegacyTable.Conversations))
        {
            return (null, $"{connection} has no table {LegacyTable.Conversations}.");
        }

        var isOwn = central.Tables.Contains("conversation_turns");
        var flows = await FlowIds.ReadAsync(source, central, isOwn, tenantDatabases, cancellationToken);
        var tally = new ImportTally();
        var (days, unread) = await ConversationsAsync(central, flows, tally, cancellationToken);
        var all = days.Aggregate(new EngineCountsView(0, 0, 0, 0, 0), (sum, day) => Sum(sum, day.Conversations));
        var answered = await MessagesAsync(central, tally, cancellationToken);
        if (!isOwn)
        {
            // Here a session may have conversations one after the other; there it was meant to have one.
            await NamedAsync(central, LegacyTable.Conversations, Duplicates, MovingCodes.DuplicateSession, tally, cancellationToken);
        }

        return (new(
            isOwn ? "own" : "legacy", all, days, flows.View, await NodesAsync(central, cancellationToken), answered, [.. tally.Notes], unread), null);
    }

    private static async Task<(IReadOnlyList<TenantDayView> Days, IReadOnlyList<long> Unread)> ConversationsAsync(
        SourceReader central, FlowIds flows, ImportTally tally, CancellationToken cancellationToken)
    {
        var (days, unread) = (new Dictionary<(long?, string?), EngineCounts>(), new SortedSet<long>());
        var prompts = (await central.DistinctAsync(LegacyTable.Prompts, "id", cancellationToken)).OfType<long>().ToHashSet();
        await foreach (var page in central.PagesAsync(LegacyTable.Conversations, PageSize, cancellationToken))
        {
            foreach (var row in page)
            {
                var (tenant, flow) = (row.Number("tenant_id"), row.Number("flow_id"));
                var key = (tenant, row.Time("created_at")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                if (!days.TryGetValue(key, out var counts))
                {
                    days[key] = counts = new EngineCounts();
                }

                counts.Add(EngineColumnsRule.Of(row));
                tally.Note(LegacyTable.Conversations, ConversationProblems.Of(row).Concat(Unknown(row, tenant, flow, flows, prompts)), row.Id);
                if (flow is not null && tenant is { } owner && !flows.IsKnown(owner))
                {
                    unread.Add(owner);
                }
            }
        }

        return ([.. days.OrderBy(day => day.Key).Select(day => new TenantDayView(day.Key.Item1, day.Key.Item2, day.Value.View))], [.. unread]);
    }

    private static IEnumerable<string> Unknown(LegacyRow row, long? tenant, long? flow, FlowIds flows, HashSet<long> prompts)
    {
        if (flow is { } id && tenant is { } owner && flows.IsKnown(owner) && !flows.Has(owner, id))
        {
            yield return MovingCodes.UnknownFlow;
        }

        if (row.Number("prompt_id") is { } prompt && !prompts.Contains(prompt))
        {
            yield return MovingCodes.UnknownPrompt;
        }
    }

    private static async Task<IReadOnlyList<AnsweredView>> MessagesAsync(SourceReader central, ImportTally tally, CancellationToken cancellationToken)
    {
        var answered = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var page in central.PagesAsync(LegacyTable.Messages, PageSize, cancellationToken))
        {
            foreach (var row in page)
            {
                tally.Note(LegacyTable.Messages, MessageProblems.Of(row), row.Id);
                if (row.Text("role") == "assistant")
                {
                    var engine = AnsweringEngine.Of(row) is { Length: > 0 } known ? known : "unknown";
                    answered[engine] = answered.GetValueOrDefault(engine) + 1;
                }
            }
        }

        if (central.Tables.Contains(LegacyTable.Messages))
        {
            await NamedAsync(central, LegacyTable.Messages, LegacyTable.OrphanedMessages, MovingCodes.Orphan, tally, cancellationToken);
        }

        return [.. answered.Select(entry => new AnsweredView(entry.Key, entry.Value))];
    }

    private static async Task NamedAsync(
        SourceReader central, string table, string sql, string code, ImportTally tally, CancellationToken cancellationToken)
    {
        await foreach (var row in central.RowsAsync(sql, [], cancellationToken))
        {
            tally.Note(table, [code], row.Id);
        }
    }

    private static async Task<IReadOnlyList<NodeCategoryView>> NodesAsync(SourceReader central, CancellationToken cancellationToken)
    {
        var rows = await central.PagesAsync(LegacyTable.Nodes, PageSize, cancellationToken).SelectMany(page => page).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Text("category") ?? "", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new NodeCategoryView(group.Key, group.Count(), group.Count(row => row.Flag("is_active") ?? false)))];
    }

    private static EngineCountsView Sum(EngineCountsView one, EngineCountsView other) => new(
        one.Total + other.Total, one.V1Only + other.V1Only, one.V2Only + other.V2Only, one.Both + other.Both, one.Neither + other.Neither);
}
