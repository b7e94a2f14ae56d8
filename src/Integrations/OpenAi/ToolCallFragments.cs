using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace FlowEngine.Integrations.OpenAi;

/// <summary>Puts the tool calls of one answer together from the pieces that are streamed.</summary>
internal sealed class ToolCallFragments
{
    private readonly List<Call> _calls = [];

    public void Add(IEnumerable<StreamingChatToolCallUpdate> fragments)
    {
        foreach (var fragment in fragments)
        {
            var call = _calls.FindLast(known => known.Index == fragment.Index);
            // Some services give every call of an answer the same index, but each its own id.
            if (call is null || (fragment.ToolCallId is { Length: > 0 } id && call.Id is { Length: > 0 } && id != call.Id))
            {
                call = new(fragment.Index);
                _calls.Add(call);
            }

            call.Id ??= fragment.ToolCallId;
            call.Name ??= fragment.FunctionName;
            call.Arguments.Append(fragment.FunctionArgumentsUpdate?.ToString());
        }
    }

    /// <summary>The calls, whole or not; none are left.</summary>
    public IReadOnlyList<FunctionCallContent> Take()
    {
        IReadOnlyList<FunctionCallContent> whole =
        [
            .. _calls.Select(call => FunctionCallContent.CreateFromParsedArguments(
                call.Arguments.ToString(), call.Id ?? "", call.Name ?? "", Parsed)),
        ];
        _calls.Clear();
        return whole;
    }

    private static Dictionary<string, object?> Parsed(string json)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(json))
        {
            using var document = JsonDocument.Parse(json);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                arguments[member.Name] = member.Value.Clone();
            }
        }

        return arguments;
    }

    private sealed class Call(int index)
    {
        public int Index => index;

        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();
    }
}
