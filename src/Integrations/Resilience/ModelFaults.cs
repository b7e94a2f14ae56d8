using System.ClientModel;
using System.Net.Sockets;
using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Wire;

namespace FlowEngine.Integrations.Resilience;

/// <summary>Says in our words why a call failed; nothing of what the service or its client wrote is repeated.</summary>
internal static class ModelFaults
{
    public static ModelCallException TokenTooLate => new(FailureCodes.ModelTimeout, "no token in time");

    public static ModelCallException TooSlow => new(FailureCodes.ModelTimeout, "no whole answer in time");

    public static ModelCallException Paused => new(FailureCodes.ModelUnavailable, "paused after repeated failures");

    public static ModelCallException EndpointRefused => new(
        FailureCodes.ModelUnavailable,
        "the endpoint is not on the public internet, and the operator has not allowed it in FlowEngine:Ai:Endpoints");

    public static ModelCallException BrokeOff => new(FailureCodes.ModelFailed, "the answer broke off");

    public static ModelCallException OfStatus(int status, TimeSpan? retryAfter) => status switch
    {
        429 => new(FailureCodes.ModelRateLimited, "HTTP 429") { IsTransient = true, RetryAfter = retryAfter },
        408 => new(FailureCodes.ModelTimeout, "HTTP 408") { IsTransient = true, RetryAfter = retryAfter },
        401 or 403 => new(FailureCodes.ModelUnavailable, $"the key was refused (HTTP {status})"),
        >= 500 => new(FailureCodes.ModelFailed, $"HTTP {status}") { IsTransient = true, RetryAfter = retryAfter },
        _ => new(FailureCodes.ModelFailed, $"HTTP {status}"),
    };

    public static ModelCallException Of(Exception fault)
    {
        if (AddressRefusedException.IsIn(fault))
        {
            return EndpointRefused;
        }

        for (var inner = fault; inner is not null; inner = inner is AggregateException many ? many.InnerExceptions[0] : inner.InnerException)
        {
            switch (inner)
            {
                case ModelCallException known:
                    return known;
                case ReportedErrorException reported:
                    return OfStatus(reported.Status, null);
                case HttpRequestException or IOException or SocketException:
                    return new(FailureCodes.ModelFailed, "the connection failed") { IsTransient = true };
                case JsonException or FormatException or KeyNotFoundException:
                    return new(FailureCodes.ModelFailed, "the answer cannot be read");
                case ClientResultException { Status: > 0 } result:
                    return OfStatus(result.Status, null);
            }
        }

        return new(FailureCodes.ModelFailed, fault.GetType().Name);
    }
}
