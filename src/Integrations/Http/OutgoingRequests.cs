using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>Makes the HTTP requests of a call.</summary>
internal static class OutgoingRequests
{
    private const string ContentType = "Content-Type";

    /// <summary>What of the call's headers cannot be sent, or null.</summary>
    public static OutgoingAnswer? Refusal(OutgoingCall call, string? secret)
    {
        foreach (var (name, value) in call.Headers)
        {
            if (!OutgoingHeaders.IsName(name) || OutgoingHeaders.IsReserved(name) || !OutgoingHeaders.IsValue(value))
            {
                return OutgoingAnswer.Failed(FailureCodes.BadHeader, $"the header '{name}' cannot be sent");
            }
        }

        if (call.Headers.GetValueOrDefault(ContentType) is { } type && !MediaTypeHeaderValue.TryParse(type, out _))
        {
            return OutgoingAnswer.Failed(FailureCodes.BadHeader, "the content type cannot be read");
        }

        var header = call.SecretHeader ?? "Authorization";
        return secret is not null && (!OutgoingHeaders.IsName(header) || OutgoingHeaders.IsTransport(header) || !OutgoingHeaders.IsValue(secret))
            ? OutgoingAnswer.Failed(FailureCodes.BadHeader, $"the header '{header}' cannot carry the secret")
            : null;
    }

    public static HttpRequestMessage Make(OutgoingCall call, Hop hop, string? secret)
    {
        var request = new HttpRequestMessage(new HttpMethod(hop.Method), hop.Url);
        request.Headers.Accept.ParseAdd("application/json, */*;q=0.5");
        request.Headers.UserAgent.ParseAdd("FlowEngine");
        if (call.IdempotencyKey is { } key)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (hop.SendsBody && call.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = call.Headers.GetValueOrDefault(ContentType) is { } type
                ? MediaTypeHeaderValue.Parse(type)
                : new MediaTypeHeaderValue(call.ContentType, "utf-8");
        }

        if (hop.IsHome)
        {
            AddOwn(request, call, secret);
        }

        return request;
    }

    private static void AddOwn(HttpRequestMessage request, OutgoingCall call, string? secret)
    {
        foreach (var (name, value) in call.Headers.Where(header => !header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase)))
        {
            request.Headers.Remove(name);
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (secret is not null)
        {
            var (name, value) = call.SecretHeader is { } header ? (header, secret) : ("Authorization", $"Bearer {secret}");
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
