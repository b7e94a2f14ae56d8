using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Wire;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// The connections that all remote models share: those to endpoints that the operator named, and guarded ones to all others. They are
/// kept apart, so that no connection is used by who could not have opened it.
/// </summary>
public sealed class ModelHttp : IDisposable
{
    private readonly ModelEndpoints _endpoints;
    private readonly Connections _named;
    private readonly Connections _guarded;

    public ModelHttp(ModelEndpoints endpoints, IHostResolver resolver, OutgoingHttpOptions outgoing, ModelCallOptions options, TimeProvider time)
    {
        _endpoints = endpoints;
        _named = new(Sockets(), options, time);
        _guarded = new(Guarded(new GuardedConnector(resolver, outgoing)), options, time);
    }

    /// <summary>Takes streamed answers. Holds nothing of its own: it may be dropped while calls are under way.</summary>
    /// <param name="translator">Makes the one that reads an answer's events.</param>
    internal HttpClient NewClient(Uri endpoint, Func<AnswerTranslator> translator) => Client(Of(endpoint).Streams(translator));

    /// <summary>Takes answers that come whole, as JSON. Holds nothing of its own either.</summary>
    public HttpClient NewJsonClient(Uri endpoint) => Client(Of(endpoint).Whole);

    public void Dispose()
    {
        _named.Dispose();
        _guarded.Dispose();
    }

    private Connections Of(Uri endpoint) => _endpoints.IsNamed(endpoint) ? _named : _guarded;

    private static HttpClient Client(HttpMessageHandler handler) => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler Guarded(GuardedConnector connector)
    {
        var sockets = Sockets();
        sockets.ConnectCallback = connector.ConnectAsync;

        // A proxy would be what the connector looks at, not the endpoint behind it.
        sockets.UseProxy = false;
        return sockets;
    }

    private static SocketsHttpHandler Sockets() => new()
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

    private sealed class Connections(SocketsHttpHandler sockets, ModelCallOptions options, TimeProvider time) : IDisposable
    {
        private readonly ModelHttpHandler _whole = new(sockets, translator: null, options, time);

        public HttpMessageHandler Whole => _whole;

        /// <summary>Holds nothing but the shared connections.</summary>
        public ModelHttpHandler Streams(Func<AnswerTranslator> translator) => new ModelHttpHandler(sockets, translator, options, time);

        public void Dispose()
        {
            _whole.Dispose();
            sockets.Dispose();
        }
    }
}
