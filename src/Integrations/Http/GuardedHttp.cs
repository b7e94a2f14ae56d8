using System.Diagnostics;
using System.Net;
using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>
/// The service's only HTTP client for what flows call. No proxy, no cookies, no credentials but the secret that the call names;
/// redirects are followed by hand, each checked like the first request.
/// </summary>
internal sealed class GuardedHttp : IOutgoingHttp, IDisposable
{
    public const int MaxRedirects = 3;

    private readonly ISecrets _secrets;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client;

    public GuardedHttp(IHostResolver resolver, OutgoingHttpOptions options, ISecrets secrets, TimeProvider time)
    {
        _secrets = secrets;
        _time = time;
        _client = new(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnector(resolver, options).ConnectAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        });
    }

    public async ValueTask<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        using var span = EngineSpans.OutgoingCall(call);
        var answer = await AnswerAsync(call, cancellationToken);
        span?.Answered(answer);
        return answer;
    }

    public void Dispose() => _client.Dispose();

    private async Task<OutgoingAnswer> AnswerAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(call.Url, UriKind.Absolute, out var url))
        {
            return OutgoingAnswer.Failed(FailureCodes.BadUrl, "not an absolute address");
        }

        var secret = await SecretAsync(call, url, cancellationToken);
        if (call.Secret is not null && string.IsNullOrEmpty(secret))
        {
            return OutgoingAnswer.Failed(
                FailureCodes.SecretUnknown,
                $"'{call.Secret}' is not set, or may not be sent to {url.Authority}: store a secret of the tenant and name it secret:NAME, "
                + "or have the operator grant it in FlowEngine:Outgoing:Secrets");
        }

        if (OutgoingRequests.Refusal(call, secret) is { } refusal)
        {
            return refusal;
        }

        using var deadline = new CancellationTokenSource(call.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await FollowAsync(call, new Hop(url, call.Method, call.Body is not null, IsHome: true), secret, either.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested && IsOfNetwork(fault))
        {
            // A connection that the deadline tore down tells of it in many ways.
            return OutgoingAnswer.Failed(FailureCodes.OutgoingTimeout, $"no answer within {call.Timeout.TotalSeconds} s");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && OutgoingFaults.AnswerOf(fault) is not null)
        {
            return OutgoingFaults.AnswerOf(fault)!;
        }
    }

    private ValueTask<string?> SecretAsync(OutgoingCall call, Uri url, CancellationToken cancellationToken) =>
        call.Secret is { } reference && SecretReference.NameOf(reference) is not null
            ? _secrets.ForCallAsync(call.Tenant.Key, reference, url, cancellationToken)
            : new((string?)null);

    private static bool IsOfNetwork(Exception fault) => fault is OperationCanceledException || OutgoingFaults.AnswerOf(fault) is not null;

    private async Task<OutgoingAnswer> FollowAsync(OutgoingCall call, Hop hop, string? secret, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (hop.Refusal(call) is { } refusal)
            {
                return refusal;
            }

            using var request = OutgoingRequests.Make(call, hop, secret);
            using var response = await _client.SendAsync(request, cancellationToken);
            if (hop.Next(response) is not { } next)
            {
                return await OutgoingResponses.ReadAsync(response, cancellationToken);
            }

            // A secret may be granted to a part of a host only, and a redirect may lead out of it.
            hop = next;
            secret = hop.IsHome ? await SecretAsync(call, hop.Url, cancellationToken) : null;
        }

        return OutgoingAnswer.Failed(FailureCodes.TooManyRedirects, $"more than {MaxRedirects} redirects");
    }
}
