using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common;

/// <summary>What of history, passages and products fits; a token is counted as four characters.</summary>
internal sealed record TokenBudget(
    IReadOnlyList<HistoryMessage> History, IReadOnlyList<Passage> Passages, IReadOnlyList<Product> Products)
{
    private const int CharactersPerToken = 4;

    /// <summary>What a product's line has beside name and description.</summary>
    private const int ProductExtras = 120;

    /// <summary>Drops the oldest messages first, then the passages that fit least, then the last products.</summary>
    /// <param name="fixedCharacters">Of all that is never dropped.</param>
    public TokenBudget Within(int tokens, int fixedCharacters)
    {
        var over = fixedCharacters + History.Sum(Size) + Passages.Sum(Size) + Products.Sum(Size) - (tokens * CharactersPerToken);
        var history = new Queue<HistoryMessage>(History);
        while (over > 0 && history.TryDequeue(out var oldest))
        {
            over -= Size(oldest);
        }

        var passages = Passages.ToList();
        while (over > 0 && passages.MinBy(passage => passage.Score) is { } least)
        {
            passages.Remove(least);
            over -= Size(least);
        }

        var products = Products.ToList();
        while (over > 0 && products.Count > 0)
        {
            over -= Size(products[^1]);
            products.RemoveAt(products.Count - 1);
        }

        return new([.. history], passages, products);
    }

    private static int Size(HistoryMessage message) => message.Content.Length;

    private static int Size(Passage passage) => passage.Title.Length + passage.Content.Length + (passage.Url?.Length ?? 0);

    private static int Size(Product product) => product.Name.Length + product.Description.Length + ProductExtras;
}
