using System.Text.Json;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>One server-sent event.</summary>
public sealed record SseEvent(string Id, string Name, JsonElement Data)
{
    public static IReadOnlyList<SseEvent> Read(string stream) =>
    [
        .. stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block =>
        {
            var fields = block.Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
            return new SseEvent(fields["id"], fields["event"], JsonElement.Parse(fields["data"]));
        }).Where(sent => sent.Name != "ping"),
    ];
}
