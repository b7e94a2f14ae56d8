using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FlowEngine.Conversations;

/// <summary>Rounds of tool calls as messages: the model's own with its calls, then one with the answers.</summary>
internal static class ToolMessages
{
    public static IEnumerable<ChatMessage> Of(IReadOnlyList<ToolRound> rounds)
    {
        var number = 0;
        foreach (var round in rounds)
        {
            var first = number;
            var said = round.Text is { } text ? [new TextContent(text)] : Array.Empty<AIContent>();
            yield return new(ChatRole.Assistant, [.. said, .. round.Calls.Select(call => Content(call, IdOf(number++)))]);
            yield return new(
                ChatRole.Tool, [.. round.Answers.Select((answer, i) => new FunctionResultContent(IdOf(first + i), answer))]);
        }
    }

    private static FunctionCallContent Content(ModelToolCall call, string id)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in (call.Arguments ?? Value.Null).Members)
        {
            using var document = JsonDocument.Parse(value.ToJson());
            arguments[name] = document.RootElement.Clone();
        }

        return new(id, call.Name, arguments);
    }

    /// <summary>Nine letters and digits: what every service takes, whichever of them made the call.</summary>
    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"call{number:D5}");
}
