using FlowEngine.Conversations;
using FlowEngine.Integrations.Resilience;
using Polly.CircuitBreaker;

namespace FlowEngine.Integrations.Embeddings;

/// <summary>
/// A tenant's embedding model, bounded in time, size and attempts as its chat models are, with a circuit breaker of its own.
/// </summary>
public sealed class EmbeddingModel
{
    private readonly Uri _address;
    private readonly string? _key;
    private readonly HttpClient _http;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ModelPipeline<EmbeddedText> _pipeline;

    internal EmbeddingModel(string name, Uri endpoint, string? key, HttpClient http, ModelCallOptions options, TimeProvider time)
    {
        (Name, _address, _key, _http, _timeout, _time) = (name, EmbeddingWire.Address(endpoint), key, http, options.Timeout, time);
        _pipeline = new(options, time);
    }

    /// <summary>As the service calls it.</summary>
    public string Name { get; }

    /// <exception cref="ModelCallException">It gave none.</exception>
    public async ValueTask<EmbeddedText> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        using var call = new CallDeadline(_timeout, _time, cancellationToken);
        try
        {
            return await _pipeline.OpenAsync(() => AttemptAsync(text, call), call);
        }
        catch (BrokenCircuitException)
        {
            throw ModelFaults.Paused;
        }
        catch (OperationCanceledException) when (call.Fault() is ModelCallException late)
        {
            throw late;
        }
    }

    private async ValueTask<EmbeddedText> AttemptAsync(string text, CallDeadline call)
    {
        try
        {
            using var request = EmbeddingWire.Request(_address, _key, Name, text);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Token);
            await using var body = await response.Content.ReadAsStreamAsync(call.Token);
            return await EmbeddingWire.ReadAsync(body, call.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw call.Fault() ?? ModelFaults.Of(fault);
        }
    }
}
