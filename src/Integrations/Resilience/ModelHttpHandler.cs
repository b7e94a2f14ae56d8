using System.Net.Http.Headers;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// Looks at responses before a provider's client does: refusals become faults without a body, which may repeat the prompt, and no
/// body is read past its bound.
/// </summary>
/// <param name="mediaType">Of every answer that is taken.</param>
internal sealed class ModelHttpHandler(HttpMessageHandler inner, string mediaType, ModelCallOptions options, TimeProvider time) : DelegatingHandler(inner)
{
    public const string EventStream = "text/event-stream";
    public const string Json = "application/json";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                throw ModelFaults.OfStatus((int)response.StatusCode, Wait(response.Headers.RetryAfter));
            }

            if (response.Content.Headers.ContentType?.MediaType != mediaType)
            {
                throw new ModelCallException(
                    FailureCodes.ModelFailed, mediaType == EventStream ? "the endpoint did not stream its answer" : "the endpoint did not answer with JSON");
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
