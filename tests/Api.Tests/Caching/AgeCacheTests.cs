using System.Globalization;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Caching;
using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Caching;

public sealed class AgeCacheTests
{
    private static readonly TimeSpan s_age = TimeSpan.FromHours(1);

    private readonly MovedClock _clock = new();
    private int _reads;

    [Fact]
    public async Task Get_WithinTheAge_IsReadOnceForEachKey()
    {
        var cache = Cache();

        Assert.Equal(("a1", "a1"), (await GetAsync(cache, "a"), await GetAsync(cache, "a")));
        Assert.Equal(("b2", "a1"), (await GetAsync(cache, "b"), await GetAsync(cache, "a")));
    }

    [Fact]
    public async Task Get_OnceOlderThanTheAge_IsReadAgain()
    {
        var cache = Cache();
        await GetAsync(cache, "a");
        _clock.Advance(s_age / 2);
        Assert.Equal("a1", await GetAsync(cache, "a"));

        _clock.Advance(s_age / 2);

        Assert.Equal("a2", await GetAsync(cache, "a"));
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsNotKept()
    {
        var cache = Cache();
        Assert.Null(await cache.GetAsync("a", _ => new((string?)null), CancellationToken.None));

        Assert.Equal("a1", await GetAsync(cache, "a"));
    }

    [Fact]
    public async Task Get_WhatIsGoneOnceTheAgeIsOver_IsNotGivenAgain()
    {
        var cache = Cache();
        await GetAsync(cache, "a");
        _clock.Advance(s_age);
        Assert.Null(await cache.GetAsync("a", _ => new((string?)null), CancellationToken.None));

        Assert.Equal("a2", await GetAsync(cache, "a"));
    }

    [Fact]
    public async Task Get_MoreThanTheCapacity_KeepsNoMore()
    {
        var cache = Cache(capacity: 2);
        foreach (var key in (string[])["a", "b", "c"])
        {
            await GetAsync(cache, key);
        }

        Assert.Equal(("c3", "a4"), (await GetAsync(cache, "c"), await GetAsync(cache, "a")));
    }

    [Fact]
    public async Task Clear_WhileAValueIsRead_ThatValueIsNotKept()
    {
        var cache = Cache();
        var reading = new TaskCompletionSource<string?>();
        var early = cache.GetAsync("a", _ => new(reading.Task), CancellationToken.None).AsTask();
        cache.Clear();
        reading.SetResult("from before");
        await early;

        Assert.Equal("a1", await GetAsync(cache, "a"));
    }

    private AgeCache<string, string> Cache(int capacity = 100) => new(s_age, capacity, _clock);

    private ValueTask<string?> GetAsync(AgeCache<string, string> cache, string key) =>
        cache.GetAsync(key, _ => new(string.Create(CultureInfo.InvariantCulture, $"{key}{++_reads}")), CancellationToken.None);
}
