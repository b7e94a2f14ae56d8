using FlowEngine.Chat.Turns;

namespace FlowEngine.Load;

/// <summary>What one turn of V2 read and wrote.</summary>
/// <param name="Reads">Without those of the conversation itself.</param>
internal sealed record TurnSample(string Content, IReadOnlyList<RecordedRead> Reads, TurnCommit Commit)
{
    public static readonly IReadOnlyList<string> Messages =
    [
        "akülü transpalet arıyorum", "en ucuz forklift ne kadar?", "garanti süresi nedir?", "merhaba",
        "2 tonluk dizel forklift var mı?", "size nasıl ulaşabilirim?",
    ];

    /// <summary>Not one of <see cref="Messages"/>, so that the floor knows whose turn it repeats.</summary>
    public const string EchoMessage = "yankı";

    public static async Task<IReadOnlyList<TurnSample>> TakeAsync(Shop shop, Endpoint endpoint, IReadOnlyList<string> messages)
    {
        var samples = new List<TurnSample>();
        foreach (var content in messages)
        {
            // The first turn fills what is kept for a second; the second reads what every turn reads.
            await Turns.PostAsync(shop.Client, endpoint, $"sample{endpoint.Flow}", content);
            shop.Reads.Begin();
            await Turns.PostAsync(shop.Client, endpoint, $"sample{endpoint.Flow}", content);
            samples.Add(new(content, [.. shop.Reads.End().Where(OfTheTurn)], shop.Writer.Newest!));
        }

        return samples;
    }

    private static bool OfTheTurn(RecordedRead read) =>
        !read.Sql.Contains("FROM tenants t", StringComparison.Ordinal)
        && !read.Sql.Contains("expires_at <=", StringComparison.Ordinal)
        && !read.Sql.StartsWith("SELECT public_id FROM ai_conversations", StringComparison.Ordinal)
        && !read.Sql.StartsWith("SELECT c.id, c.public_id", StringComparison.Ordinal);
}
