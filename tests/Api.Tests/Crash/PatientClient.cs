using System.Net;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>Sends a turn with its idempotency key until it is answered.</summary>
/// <param name="service">A client of a process that may answer.</param>
internal sealed class PatientClient(Func<HttpClient> service, Ledger ledger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The turn twice at once, as clients do that gave up too early.</summary>
    public Task SayTwiceAsync(PlannedTurn turn) => Task.WhenAll(SayAsync(turn), SayAsync(turn));

    private async Task SayAsync(PlannedTurn turn)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (await TryAsync(turn, patience.Token) is not { } reply || !Keep(turn, reply))
        {
            await Task.Delay(s_pause, patience.Token);
        }
    }

    private bool Keep(PlannedTurn turn, string reply)
    {
        ledger.Enter(turn.Key, reply);
        return true;
    }

    /// <returns>Null where it has to be sent again.</returns>
    private async Task<string?> TryAsync(PlannedTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            using var message = ChatCalls.Message(
                new ChatRequest { Content = turn.Content, SessionId = turn.Session, Flow = turn.Flow, Language = "en" }, turn.Key, path: turn.Path);
            using var response = await service().SendAsync(message, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{response.StatusCode}: {body}");
            return response.StatusCode == HttpStatusCode.OK ? body : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

internal sealed record PlannedTurn(string Session, int Number, string Content, string Flow, string Path = ChatCalls.V2)
{
    public string Key => $"{Session}-{Number}";
}
