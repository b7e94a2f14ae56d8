using System.Collections.Concurrent;
using System.Diagnostics;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class EngineSpansTests
{
    [Fact]
    public void Calls_WithoutListener_MakeNoSpanAndAllocateNothing()
    {
        var model = new ConfiguredModel("default", "offline", "offline-1", null!);
        var call = new OutgoingCall { Tenant = null!, Method = "GET", Url = "https://example.org/" };
        Assert.Null(EngineSpans.ModelCall(model));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var spans = (EngineSpans.ModelCall(model), EngineSpans.OutgoingCall(call));

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal((null, null), spans);
    }

    /// <summary>Beside the other test, not at the same time: that one counts on nobody listening.</summary>
    [Fact]
    public async Task ModelChain_AsksTwoModels_EachCallHasASpan()
    {
        var spans = new ConcurrentQueue<string>();
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineSpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == root.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = span => spans.Enqueue($"{span.DisplayName} {span.GetTagItem("gen_ai.usage.output_tokens")} {span.GetTagItem("error.type")}"),
        };
        ActivitySource.AddActivityListener(listener);
        var models = new ScriptedModels(ScriptedModels.Fails(), ScriptedModels.Says(new TextContent("Hi."), ScriptedModels.Used(1, 2)));
        var request = new ModelRequest(new TenantKey(1, "main"), new ModelContext { Language = "en", UserMessage = "hi" }, "m");

        await new ModelChain(models, NullLogger<ModelChain>.Instance).AnswerAsync(request, NoReplyStream.Instance, CancellationToken.None);

        Assert.Equal(["chat scripted-0 0 model_failed", "chat scripted-1 2 "], spans);
    }
}
