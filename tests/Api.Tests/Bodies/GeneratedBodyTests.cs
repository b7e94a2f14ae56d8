using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Bodies;

/// <summary>What every body of the OpenAPI document does with values that nobody expects: a new operation is covered when it is mapped.</summary>
public sealed class GeneratedBodyTests
{
    private const string Half = "a\\ud800b";

    private static readonly string[] s_wrong =
        ["5", "1.5", "-1e30", "1e400", "true", "\"\"", "\"x\"", "\"\\u200b\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[1]", "[\"\\ud800\"]", "{}", """{"a":1}""", """{"\ud800":"\udc00"}"""];

    [Fact]
    public async Task Member_OfAnotherType_IsRefusedWithItsPointer()
    {
        await using var service = await ChatService.StartAsync();
        using var client = service.Client("demo-admin");
        var operations = (await OperationsAsync(client)).Where(operation => operation.HasBody).ToList();
        Assert.True(operations.Count >= 10, $"only {operations.Count} operations have a body");
        var faults = new List<string>();
        foreach (var operation in operations)
        {
            foreach (var member in operation.Members)
            {
                foreach (var value in s_wrong)
                {
                    var body = Written(member, value);
                    var (status, text) = await SendAsync(client, operation, body);
                    if (Fault(member, value, status, text) is { } fault)
                    {
                        faults.Add($"{operation} {body}: {fault} {(int)status} {text}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [DatabaseFact]
    public async Task Text_WithHalfASurrogatePair_IsTakenAndTheSameEverywhere(string on)
    {
        await using var service = await ChatService.StartOnAsync(on);
        using var client = service.Client("demo-admin");
        var faults = new List<string>();
        var taken = 0;
        foreach (var operation in (await OperationsAsync(client)).Where(operation => operation.HasBody))
        {
            foreach (var member in operation.Members.Where(member => member.IsText))
            {
                var body = member.With("@", Examples.Body(operation)).ToJsonString().Replace("\"@\"", $"\"{Half}\"", StringComparison.Ordinal);
                var (status, text) = await SendAsync(client, operation, body);
                taken += (int)status < 300 ? 1 : 0;
                if ((int)status >= 500 || text.Contains("\\ud800", StringComparison.OrdinalIgnoreCase))
                {
                    faults.Add($"{operation} {body}: {(int)status} {text}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.True(taken >= 8, $"only {taken} were taken");
        Assert.Equal(3L, await service.ScalarAsync<long>("SELECT COUNT(*) FROM ai_conversation_messages WHERE content = 'a\uFFFDb'"));
        foreach (var (table, column) in new[] { ("ai_conversations", "title"), ("ignore_rules", "owner"), ("kill_switches", "reason") })
        {
            var stored = await service.RowsAsync($"SELECT {column} FROM {table}");
            Assert.Contains(stored, row => "a\uFFFDb".Equals(row[0]));
        }
    }

    [DatabaseFact]
    public async Task Query_WithNulOrHalfACharacter_IsNoFaultOfOurs(string on)
    {
        await using var service = await ChatService.StartOnAsync(on);
        using var client = service.Client("demo-admin");
        var faults = new List<string>();
        foreach (var operation in (await OperationsAsync(client)).Where(operation => operation.Method is "GET" or "DELETE"))
        {
            foreach (var name in operation.Query)
            {
                foreach (var value in new[] { "a%00b", "%ED%A0%80", "%F0%9F", "%E2%80%8B", new string('x', 2000) })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(operation.Method), $"{operation.Address}?{name}={value}");
                    using var response = await client.SendAsync(request);
                    if ((int)response.StatusCode >= 500)
                    {
                        faults.Add($"{operation}?{name}={value[..Math.Min(9, value.Length)]}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [Fact]
    public async Task Document_WithHalfASurrogatePairInAnyText_IsCheckedAndSaved()
    {
        await using var service = await ChatService.StartAsync();
        using var client = service.Client("demo-admin");
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "flows", "lead-capture.drawflow.json")))!;
        var places = new List<string>();
        Places(document, "", places);
        Assert.True(places.Count > 20);
        var faults = new List<string>();
        foreach (var place in places)
        {
            var written = Marked(document, place).ToJsonString().Replace("@@", "\\ud800", StringComparison.Ordinal);
            foreach (var (method, path) in new[] { (HttpMethod.Post, "/api/flows/check"), (HttpMethod.Put, "/api/flows/halves") })
            {
                using var request = new HttpRequestMessage(method, path) { Content = new StringContent(written, Encoding.UTF8, "application/json") };
                using var response = await client.SendAsync(request);
                if ((int)response.StatusCode >= 500)
                {
                    faults.Add($"{method} {place}: {await response.Content.ReadAsStringAsync()}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    private static string Written(BodyMember member, string value) =>
        member.With("@").ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal);

    private static string? Fault(BodyMember member, string value, HttpStatusCode status, string text)
    {
        if ((int)status >= 500 && status != HttpStatusCode.ServiceUnavailable)
        {
            return "is our fault:";
        }

        if (text.Contains("System.", StringComparison.Ordinal) || text.Contains("FlowEngine.", StringComparison.Ordinal))
        {
            return "shows internals:";
        }

        if (member.Types.Count == 0 || member.Types.Overlaps(TypesOf(value)))
        {
            return null;
        }

        if (status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest))
        {
            return "is taken:";
        }

        var errors = JsonElement.Parse(text).TryGetProperty("errors", out var list) ? list.EnumerateArray().ToList() : [];
        var first = $"/{member.Path[0]}";
        return errors.Exists(error => error.GetProperty("pointer").GetString()!.StartsWith(first, StringComparison.Ordinal)
            && error.GetProperty("detail").GetString() is { Length: > 10 })
            ? null
            : $"has no error at {first}:";
    }

    private static string[] TypesOf(string json) => JsonElement.Parse(json).ValueKind switch
    {
        JsonValueKind.Number => json.AsSpan().ContainsAny('.', 'e') ? ["number"] : ["number", "integer"],
        JsonValueKind.True => ["boolean"],
        JsonValueKind.String => ["string"],
        JsonValueKind.Array => ["array"],
        JsonValueKind.Object => ["object"],
        _ => ["null"],
    };

    private static async Task<IReadOnlyList<ApiOperation>> OperationsAsync(HttpClient client) =>
        ApiOperation.Read(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!.AsObject());

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient client, ApiOperation operation, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (operation.Address.StartsWith("/api/operator", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new("Bearer", "demo-operator");
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static void Places(JsonNode? node, string at, List<string> places)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.ToList())
                {
                    Places(member.Value, $"{at}/{member.Key}", places);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Places(items[i], $"{at}/{i}", places);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                places.Add(at);
                break;
        }
    }

    private static JsonNode Marked(JsonNode document, string place)
    {
        var made = document.DeepClone();
        var names = place.Split('/')[1..];
        var at = names[..^1].Aggregate(made, (node, name) => node is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!);
        if (at is JsonArray items)
        {
            items[int.Parse(names[^1], CultureInfo.InvariantCulture)] = "a@@b";
        }
        else
        {
            at[names[^1]] = "a@@b";
        }

        return made;
    }
}
