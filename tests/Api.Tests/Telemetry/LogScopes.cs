using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Api.Tests.Telemetry;

/// <summary>Keeps, of every log line, its id and the trace id of its scopes.</summary>
internal sealed class LogScopes : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<(int Event, string? Trace)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(LogScopes owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string? trace = null;
            owner._scopes.ForEachScope(
                (scope, _) => trace ??= (scope as IEnumerable<KeyValuePair<string, object?>>)?.FirstOrDefault(pair => pair.Key == "TraceId").Value as string,
                0);
            owner.Lines.Enqueue((eventId.Id, trace));
        }
    }
}
