using System.Net.Http.Headers;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// Looks at responses before a provider's client does: refusals become faults without a body, which may repeat the prompt, and no
/// body is read past its bound.
/// </summary>
internal sealed class ModelHttpHandler(HttpMessageHandler inner, ModelCallOptions options, TimeProvider time) : DelegatingHandler(inner)
{
    private const string EventStream = "text/event-stream";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                throw ModelFaults.OfStatus((int)response.StatusCode, Wait(response.Headers.RetryAfter));
            }

            if (response.Content.Headers.ContentType?.MediaType is not EventStream)
            {
                throw new ModelCallException(FailureCodes.ModelFailed, "the endpoint did not stream its answer");
            }

            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var bounded = new StreamContent(new BoundedStream(body, options.MaxResponse, options.MaxLine));
            bounded.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content = bounded;
            return response;
        }
        catch (Exception)
        {
            response.Dispose();
            throw;
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
