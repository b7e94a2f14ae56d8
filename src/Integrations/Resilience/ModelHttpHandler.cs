using System.Net.Http.Headers;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Wire;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// Looks at responses before a provider's client does: refusals become faults without a body, which may repeat the prompt, and no
/// body is read past its bound. Events of a streamed answer are made regular.
/// </summary>
/// <param name="translator">Makes the one that reads an answer's events; null where answers come whole, as JSON.</param>
internal sealed class ModelHttpHandler(
    HttpMessageHandler inner, Func<AnswerTranslator>? translator, ModelCallOptions options, TimeProvider time) : DelegatingHandler(inner)
{
    private const string EventStream = "text/event-stream";
    private const string Json = "application/json";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                throw ModelFaults.OfStatus((int)response.StatusCode, Wait(response.Headers.RetryAfter));
            }

            var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
            if (translator is null ? type != Json : !MayBeEvents(type))
            {
                throw new ModelCallException(
                    FailureCodes.ModelFailed, translator is null ? "the endpoint did not answer with JSON" : "the endpoint did not stream its answer");
            }

            var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), options.MaxResponse, options.MaxLine);
            response.Content = new StreamContent(translator is null ? body : new RegularStream(body, translator()));
            response.Content.Headers.ContentType = new(translator is null ? Json : EventStream);
            return response;
        }
        catch (Exception)
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Some services stream under another name, or answer with one JSON text though they were asked to stream.</summary>
    private static bool MayBeEvents(string? type) =>
        type is null or EventStream or Json or "text/plain" or "application/octet-stream" or "application/stream+json"
        || type.EndsWith("ndjson", StringComparison.Ordinal) || type.EndsWith("jsonl", StringComparison.Ordinal);

    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
