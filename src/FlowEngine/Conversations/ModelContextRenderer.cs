using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations;

/// <summary>
/// Turns a <see cref="ModelContext"/> into the messages of a chat model: one system message, the history, the user's message, and
/// what the model asked tools since.
/// </summary>
public static class ModelContextRenderer
{
    public static IReadOnlyList<ChatMessage> Render(ModelContext context, IReadOnlyList<ToolRound>? rounds = null)
    {
        var messages = new List<ChatMessage>(context.History.Count + 2) { new(ChatRole.System, System(context)) };
        messages.AddRange(context.History.Select(message => new ChatMessage(RoleOf(message.Role), message.Content)));
        messages.Add(new ChatMessage(ChatRole.User, context.UserMessage));
        messages.AddRange(ToolMessages.Of(rounds ?? []));
        return messages;
    }

    private static ChatRole RoleOf(MessageRole role) => role switch
    {
        MessageRole.Assistant => ChatRole.Assistant,
        MessageRole.System => ChatRole.System,
        _ => ChatRole.User,
    };

    private static string System(ModelContext context)
    {
        var text = new StringBuilder(context.SystemPrompt.Trim());
        Section(text, "Language", [context.Language]);
        Section(text, "Rules", context.Directives.Select(rule => $"{rule.Key}: {rule.Value}"));
        Section(text, "Category", context.Category is null ? [] : [context.Category]);
        Section(text, "Products (the only ones you may speak of)", context.Products.Select(Line));
        if (context is { ProductsWereSearched: true, Products.Count: 0 })
        {
            Section(text, "Products", ["The catalogue was searched and nothing was found: say so."]);
        }

        Section(text, "Price note", context.VatNote is null ? [] : [context.VatNote]);
        Section(text, "Comparison", context.Comparison is null ? [] : Lines(context.Comparison));
        Section(text, "Knowledge", context.Passages.Select(passage => $"{passage.Title}: {passage.Content} {passage.Url}"));
        Section(text, "Contact", context.Contact is null ? [] : Lines(context.Contact, context.Language));
        Section(text, "Known", context.Variables.Select(pair => $"{pair.Key}: {pair.Value}"));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first)
            {
                text.Append(text.Length > 0 ? "\n\n" : "").Append("# ").Append(title);
                first = false;
            }

            text.Append("\n- ").Append(line.TrimEnd());
        }
    }

    private static string Line(Product product)
    {
        var price = product.Price is { } amount
            ? string.Create(CultureInfo.InvariantCulture, $"{amount} {product.Currency}")
            : "on request";
        var converted = string.Concat(product.ConvertedPrices.Select(other =>
            string.Create(CultureInfo.InvariantCulture, $" = {other.Amount} {other.Currency} ({other.RatesAt:yyyy-MM-dd})")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{product.Name} [{product.Sku}]: {price}{converted}, stock {product.Stock}. {product.Description} {product.Url}");
    }

    private static IEnumerable<string> Lines(ProductComparison comparison)
    {
        foreach (var difference in comparison.Differences)
        {
            yield return $"{difference.Name}: {string.Join(" | ", difference.Values)}";
        }

        foreach (var common in comparison.Common)
        {
            yield return $"{common.Name} (all): {common.Values[0]}";
        }
    }

    private static IEnumerable<string> Lines(ContactFacts contact, string language) =>
        new (string Name, string? Value)[]
        {
            ("phone", contact.Phone),
            ("whatsapp", contact.WhatsApp),
            ("e-mail", contact.Email),
            ("address", contact.Address),
            ("hours", contact.WorkingHours.GetValueOrDefault(language)),
            ("call-back form", contact.CallbackFormUrl),
        }
        .Where(fact => fact.Value is not null)
        .Select(fact => $"{fact.Name}: {fact.Value}");
}
