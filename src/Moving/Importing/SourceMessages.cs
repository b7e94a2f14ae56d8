using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Importing;

/// <summary>The messages of one conversation, in the order of their ids.</summary>
internal sealed record SourceMessages(IReadOnlyList<LegacyRow> Rows)
{
    public static SourceMessages None { get; } = new([]);

    public long? Last => Rows.Count == 0 ? null : Rows[^1].Id;

    public string Hash(long? last = long.MaxValue)
    {
        using var hash = new RowHash();
        foreach (var row in Rows.Where(row => row.Id <= (last ?? long.MinValue)))
        {
            hash.Add(row);
        }

        return hash.ToText();
    }

    public static async Task<Dictionary<long, SourceMessages>> OfAsync(SourceReader source, IReadOnlyList<long> conversations, CancellationToken cancellationToken)
    {
        if (!source.Tables.Contains(LegacyTable.Messages))
        {
            return [];
        }

        var lists = new Dictionary<long, List<LegacyRow>>();
        await foreach (var row in source.WhereAsync(LegacyTable.Messages, "conversation_id", conversations, cancellationToken))
        {
            var conversation = row.Number("conversation_id") ?? 0;
            if (!lists.TryGetValue(conversation, out var list))
            {
                lists[conversation] = list = [];
            }

            list.Add(row);
        }

        return lists.ToDictionary(entry => entry.Key, entry => new SourceMessages(entry.Value));
    }
}
