using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.OpenApi;

/// <summary>Calls every operation by what the document says of it, and nothing else: what is sent, with what, and what comes back.</summary>
public sealed class CalledByDocumentTests
{
    /// <summary>What is made is there when it is read: by method, and by path so that parents come before what is in them.</summary>
    private static readonly string[] s_order = ["PUT", "POST", "PATCH", "GET", "DELETE"];

    [Fact]
    public async Task EveryOperation_IsCallableAndAnswersAsDescribed()
    {
        await using var service = await ChatService.StartAsync();
        using var client = service.Client(null);
        var document = await ApiDocument.GetAsync(client);
        List<string> faults = [], refused = [];
        foreach (var operation in document.Operations.OrderBy(one => Array.IndexOf(s_order, one.Method)).ThenBy(one => one.Path.Length))
        {
            using var response = await client.SendAsync(Request(operation), HttpCompletionOption.ResponseHeadersRead);
            var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
                ? await FirstEventAsync(response)
                : await response.Content.ReadAsStringAsync();
            faults.AddRange(Faults(document, operation, response, text).Select(fault => $"{operation} {(int)response.StatusCode}: {fault}"));
            if (!response.IsSuccessStatusCode && response.StatusCode != System.Net.HttpStatusCode.Redirect)
            {
                refused.Add($"{operation} {(int)response.StatusCode} {text}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));

        // What an example cannot name, as it has an id of its own, is not found; and what may not be done is refused.
        Assert.True(refused.Count <= 10, string.Join('\n', refused));
    }

    /// <summary>A stream goes on for ever.</summary>
    private static async Task<string> FirstEventAsync(HttpResponseMessage response)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        return await reader.ReadLineAsync().ComesAsync("the first event") ?? "";
    }

    private static HttpRequestMessage Request(ApiDocument.Operation operation)
    {
        var path = operation.Parameters("path").Aggregate(
            operation.Path, (at, one) => at.Replace($"{{{one["name"]}}}", Example(one), StringComparison.Ordinal));
        var query = operation.Parameters("query").Where(one => one["example"] is not null).Select(one => $"{one["name"]}={Example(one)}");
        var request = new HttpRequestMessage(new(operation.Method), $"{path}?{string.Join('&', query)}".TrimEnd('?'));
        if (operation.Json["security"] is not null)
        {
            // The one key that may do everything names the tenant wherever the operation takes one.
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-operator");
            if (operation.Parameters("header").Any(one => (string?)one["name"] == "X-Tenant"))
            {
                request.Headers.Add("X-Tenant", "demo");
            }
        }

        if (operation.Body?["content"] is JsonObject content)
        {
            var (type, media) = content.Single();
            request.Content = new StringContent(media!["example"]!.ToJsonString(), Encoding.UTF8, type);
        }

        return request;
    }

    private static IEnumerable<string> Faults(ApiDocument document, ApiDocument.Operation operation, HttpResponseMessage response, string text)
    {
        if (operation.Responses[((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)] is not JsonObject answer)
        {
            return [$"the status is not in the document: {text}"];
        }

        var content = answer["content"] as JsonObject;
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (text.Length == 0)
        {
            // An export without rows has no lines.
            return content is null || type == "application/x-ndjson" ? [] : ["has no content"];
        }

        return content?[type]?["schema"] is not { } schema ? [$"{type} is not in the document"]
            : type.EndsWith("json", StringComparison.Ordinal) && !type.Contains("ndjson", StringComparison.Ordinal)
                ? new SchemaFaults(document).Of(JsonNode.Parse(text), schema)
                : [];
    }

    private static string Example(JsonObject parameter) => parameter["example"]!.ToString();
}
