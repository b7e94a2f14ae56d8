namespace FlowEngine.Integrations.Resilience;

/// <summary>The connections that all remote models share.</summary>
public sealed class ModelHttp : IDisposable
{
    private readonly SocketsHttpHandler _sockets = new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseCookies = false,
        // The few bytes after a stream's last event: read, the connection serves the next call too.
        MaxResponseDrainSize = 4096,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
    };

    private readonly ModelHttpHandler _streams;
    private readonly ModelHttpHandler _whole;

    public ModelHttp(ModelCallOptions options, TimeProvider time)
    {
        _streams = new(_sockets, ModelHttpHandler.EventStream, options, time);
        _whole = new(_sockets, ModelHttpHandler.Json, options, time);
    }

    /// <summary>Takes streamed answers. Holds nothing of its own: it may be dropped while calls are under way.</summary>
    public HttpClient NewClient() => new(_streams, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Takes answers that come whole, as JSON. Holds nothing of its own either.</summary>
    public HttpClient NewJsonClient() => new(_whole, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose()
    {
        _streams.Dispose();
        _whole.Dispose();
        _sockets.Dispose();
    }
}
