using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>
/// Flows that ask, set a variable, say something, and then ask the model or call the endpoint. Those named <c>guarded</c> have an
/// error port, from which they go back to the question.
/// </summary>
internal static class FaultyFlows
{
    public const string Plain = "plain";
    public const string Guarded = "guarded";
    public const string Question = "What would you like?";
    public const string Before = "One moment.";
    public const string Sorry = "Sorry, later.";

    public static IEnumerable<(string Name, string Document)> All(string endpoint)
    {
        foreach (var guarded in new[] { false, true })
        {
            var kind = guarded ? Guarded : Plain;
            yield return ($"ask-{kind}", Around("ai_response", new { }, guarded));
            yield return ($"hook-{kind}", Around("webhook", Webhook(endpoint), guarded));
        }
    }

    private static JsonObject Webhook(string endpoint) => new()
    {
        ["url"] = $"{endpoint}/tickets",
        ["payload"] = new JsonObject { ["text"] = "{{ message }}" },
        ["response_map"] = new JsonObject { ["ticket"] = "ticket" },
        ["timeout"] = 2,
        ["retry"] = new JsonObject { ["attempts"] = 2, ["backoff_ms"] = 5 },
    };

    private static string Around(string type, object configuration, bool guarded)
    {
        (int Id, string Type, object Data, int[] Outputs)[] nodes =
        [
            (1, "collect_data", new { prompt = Question, context_key = "wish" }, [2]),
            (2, "set_variable", new { assignments = new[] { new { name = "seen", value = "{{ wish }}" } } }, [3]),
            (3, "message", new { content = Before }, [4]),
            (4, type, configuration, guarded ? [5, 7] : [5]),
            (5, "message", new { content = "Ticket {{ ticket }}" }, [6]),
            (6, "end", new { }, []),
        ];
        return FlowDocuments.Document(guarded ? [.. nodes, (7, "message", new { content = Sorry }, [1])] : nodes);
    }
}
