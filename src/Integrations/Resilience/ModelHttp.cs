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

    private readonly ModelHttpHandler _handler;

    public ModelHttp(ModelCallOptions options, TimeProvider time) => _handler = new(_sockets, options, time);

    /// <summary>Holds nothing of its own: it may be dropped while calls are under way.</summary>
    public HttpClient NewClient() => new(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose()
    {
        _handler.Dispose();
        _sockets.Dispose();
    }
}
