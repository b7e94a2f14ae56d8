using FlowEngine.Api.Events;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Conversations;
using FlowEngine.Storage.Events;
using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Events;

/// <summary>Transactions become visible in another order than their numbers, and readers may be slow.</summary>
public sealed class EventOrderTests
{
    private static readonly TenantKey s_tenant = new(1, "default");

    private readonly MovedClock _clock = new();

    [Fact]
    public void Sequence_OfANumberThatComesLate_TakesItOnce()
    {
        var sequence = Begun();

        Assert.True(sequence.Accept(Event(11)));
        Assert.True(sequence.Accept(Event(14)));
        Assert.Equal([12, 13], sequence.Missing);
        Assert.True(sequence.Accept(Event(12)));
        Assert.False(sequence.Accept(Event(12)));
        Assert.False(sequence.Accept(Event(11)));
        Assert.Equal((14L, 13L), (sequence.Last, Assert.Single(sequence.Missing)));
    }

    [Fact]
    public void Sequence_OfANumberThatNeverComes_LooksForItAWhile()
    {
        var sequence = Begun();
        sequence.Accept(Event(12));
        _clock.Advance(TimeSpan.FromSeconds(8));
        sequence.Accept(Event(14));

        sequence.Forget();
        Assert.Equal([11, 13], sequence.Missing);
        _clock.Advance(TimeSpan.FromSeconds(3));
        sequence.Forget();
        Assert.Equal([13], sequence.Missing);
    }

    [Fact]
    public void Sequence_WithAWideHole_HoldsABoundedNumber()
    {
        var sequence = Begun();
        sequence.Accept(Event(1_000_000));

        Assert.Equal(200, sequence.Missing.Count);
        Assert.Equal(999_999, sequence.Missing[^1]);
    }

    [Fact]
    public void Cursor_IsReadAsItIsWritten()
    {
        var cursor = new EventCursor(105, [101, 103], DateTimeOffset.FromUnixTimeMilliseconds(1_764_500_000_123));

        var read = EventCursor.Parse(cursor.ToString())!;

        Assert.Equal("105-1764500000123-101-103", cursor.ToString());
        Assert.Equal((105, cursor.ConversationsAt), (read.Last, read.ConversationsAt));
        Assert.Equal([101, 103], read.Missing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7-x")]
    [InlineData("7-1-")]
    [InlineData("-7-1")]
    [InlineData("7-9999999999999999999")]
    [InlineData("7-9223372036854775807")]
    public void Cursor_OfAnotherText_IsNone(string text) => Assert.Null(EventCursor.Parse(text));

    [Fact]
    public async Task Subscription_OfASlowReader_HoldsABoundedNumberAndEnds()
    {
        var subscription = new EventSubscription(s_tenant, new HashSet<string> { "flows" }, new HashSet<string> { "design" });
        for (var number = 1; number <= 2000; number++)
        {
            subscription.Offer(new(Event(number), new(number, [], default)));
        }

        var read = new List<long>();
        await foreach (var one in subscription.Events.ReadAllAsync())
        {
            read.Add(one.Change.Sequence);
        }

        Assert.Equal(Enumerable.Range(1, 500).Select(number => (long)number), read);
    }

    [Theory]
    [InlineData(1, "default", "flows", "design", true)]
    [InlineData(0, "default", "flows", "design", true)]
    [InlineData(2, "default", "flows", "design", false)]
    [InlineData(1, "another", "flows", "design", false)]
    [InlineData(1, "default", "jobs", "design", false)]
    [InlineData(1, "default", "flows", "engineer", false)]
    public void Subscription_TakesWhatItMay(long tenant, string instance, string topic, string scope, bool takes)
    {
        var subscription = new EventSubscription(s_tenant, new HashSet<string> { "flows" }, new HashSet<string> { "chat", "design" });

        Assert.Equal(takes, subscription.Wants(new(1, tenant, instance, topic, "kind", "id", scope, default)));
    }

    private EventSequence Begun()
    {
        var sequence = new EventSequence(_clock);
        sequence.Begin(10);
        return sequence;
    }

    private static ChangeEvent Event(long number) => new(number, 1, "default", "flows", "flow.save", "shop", "design", default);
}
