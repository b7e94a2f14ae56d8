using FlowEngine.Conversations;
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
}
