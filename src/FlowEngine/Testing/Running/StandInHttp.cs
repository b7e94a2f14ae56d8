using FlowEngine.Conversations;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing.Running;

/// <summary>Sends nothing: a script's answers, else that of <see cref="UnsentHttp"/>.</summary>
internal sealed class StandInHttp(IReadOnlyList<HttpStandIn> standIns) : IOutgoingHttp
{
    private readonly IReadOnlyList<(HttpStandIn Entry, UseCount Uses)> _entries = [.. standIns.Select(entry => (entry, new UseCount(entry.Times)))];

    public ValueTask<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        foreach (var (entry, uses) in _entries)
        {
            if (Fits(entry, call) && uses.TryUse())
            {
                return new(Answer(entry));
            }
        }

        return UnsentHttp.Instance.SendAsync(call, cancellationToken);
    }

    private static bool Fits(HttpStandIn entry, OutgoingCall call) =>
        (entry.Method is null || entry.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
        && (entry.Url is null || IsLike(call.Url, entry.Url.Split('*')))
        && (entry.Contains is null || call.Body?.Contains(entry.Contains, StringComparison.Ordinal) == true);

    private static bool IsLike(string url, string[] parts)
    {
        if (parts.Length == 1)
        {
            return url == parts[0];
        }

        if (!url.StartsWith(parts[0], StringComparison.Ordinal) || !url.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            at = url.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            at += part.Length;
        }

        return at <= url.Length - parts[^1].Length;
    }

    private static OutgoingAnswer Answer(HttpStandIn entry) => entry.Fails is { } code
        ? OutgoingAnswer.Failed(code, "a stand-in of the test")
        : new(entry.Status, entry.Body, entry.Body.Kind is not (ValueKind.Null or ValueKind.Text));
}
