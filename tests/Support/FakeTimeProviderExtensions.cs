using Microsoft.Extensions.Time.Testing;

namespace FlowEngine.Support;

public static class FakeTimeProviderExtensions
{
    /// <summary>What waits for a timer goes on before this returns: without a context, continuations run in place.</summary>
    public static void AdvanceInPlace(this FakeTimeProvider clock, TimeSpan by)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            clock.Advance(by);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
