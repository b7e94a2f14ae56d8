using System.Net.Http.Json;

namespace FlowEngine.Load;

/// <param name="Connections">Where it is not as many as the options say.</param>
internal sealed record Endpoint(string Name, string Path, string? Flow, int? Connections = null)
{
    public static readonly Endpoint FloorOf = new("floor", "/floor", null);
    public static readonly Endpoint V2 = new("V2, shop flow", "/api/v2/chat/messages", "shop-assistant");
    public static readonly Endpoint V1 = new("V1", "/api/v1/chat/messages", null);
    public static readonly Endpoint Echo = new("V2, echo flow", "/api/v2/chat/messages", Shop.EchoFlow);
    public static readonly Endpoint EchoFloor = new("floor of the echo flow, 60 connections", "/floor", null, 60);
    public static readonly Endpoint Echo60 = new("V2, echo flow, 60 connections", "/api/v2/chat/messages", Shop.EchoFlow, 60);
    public static readonly Endpoint Lead = new("V2, lead capture", "/api/v2/chat/messages", "lead-capture");

    public static IReadOnlyList<Endpoint> All { get; } = [FloorOf, V2, V1, Echo, EchoFloor, Echo60];

    /// <summary>What its figures are held against.</summary>
    public Endpoint Floor => Connections is null ? FloorOf : EchoFloor;

    public IReadOnlyList<string> Messages => Connections is null ? TurnSample.Messages : [TurnSample.EchoMessage];

    /// <summary>A floor is its own floor: as a record it would be written without end.</summary>
    public override string ToString() => Name;
}

internal static class Turns
{
    public static async Task PostAsync(HttpClient client, Endpoint endpoint, string session, string content)
    {
        using var body = endpoint.Flow is null
            ? JsonContent.Create(new { content, sessionId = session })
            : JsonContent.Create(new { content, sessionId = session, flow = endpoint.Flow });
        using var response = await client.PostAsync(endpoint.Path, body);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || text.Contains("\"failure\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{endpoint.Name} answered {response.StatusCode}: {text}");
        }
    }
}
