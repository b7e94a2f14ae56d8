using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Offline;

/// <summary>
/// Which tools the offline model calls: once, before it answers, those that look up what it was given nothing of. It understands
/// nothing, so it asks with the user's own words, and it never saves a lead.
/// </summary>
internal static partial class ToolUse
{
    private const int MaxProducts = 2;
    private const int MaxQuery = 500;

    public static IReadOnlyList<FunctionCallContent> Calls(ModelContext context, IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        var offered = (options.Tools ?? []).Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        if (offered.Count == 0
            || options.ToolMode is NoneChatToolMode
            || messages.Any(message => message.Contents.Any(part => part is FunctionResultContent)))
        {
            return [];
        }

        var question = new Question(context.UserMessage);
        if (question.SmallTalk.IsAll || question.Words.Count == 0 || (question.AsksContact && context.Contact is not null))
        {
            return [];
        }

        var calls = new List<(string Tool, string Argument, string Value)>();
        if (context is { Products.Count: 0, ProductsWereSearched: false, Comparison: null })
        {
            calls.AddRange(Codes(context.UserMessage).Select(code => (ModelTools.GetProduct, "product", code)));
            calls.Add((ModelTools.SearchProducts, "query", context.UserMessage));
        }

        if (context.Passages.Count == 0)
        {
            calls.Add((ModelTools.SearchKnowledge, "query", context.UserMessage));
        }

        return
        [
            .. calls.Where(call => offered.Contains(call.Tool)).Select((call, i) => new FunctionCallContent(
                $"offline{i}",
                call.Tool,
                new Dictionary<string, object?> { [call.Argument] = UnicodeText.Cut(call.Value, MaxQuery) })),
        ];
    }

    /// <summary>Words that read as a product's number.</summary>
    private static IEnumerable<string> Codes(string message) => Word().Matches(message)
        .Select(match => match.Value)
        .Where(word => word.Length > 2 && word.Any(char.IsAsciiDigit) && word.Any(char.IsLetter))
        .Take(MaxProducts);

    [GeneratedRegex(@"[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
