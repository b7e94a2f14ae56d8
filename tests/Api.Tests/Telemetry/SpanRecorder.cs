using System.Collections.Concurrent;
using System.Diagnostics;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Tests.Telemetry;

/// <summary>Keeps the spans of one trace; requests are put on it by their <c>traceparent</c>.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is EngineSpans.SourceName or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == _trace && span.Source.Name == EngineSpans.SourceName)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Spans => [.. _spans];

    public Activity One(string name) => Assert.Single(_spans, span => span.OperationName == name);

    public IReadOnlyList<Activity> ChildrenOf(Activity parent) =>
        [.. _spans.Where(span => span.ParentSpanId == parent.SpanId).OrderBy(span => span.StartTimeUtc)];

    public HttpRequestMessage Traced(HttpRequestMessage request)
    {
        request.Headers.Add("traceparent", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01");
        return request;
    }

    public void Dispose() => _listener.Dispose();
}
