using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Chat.Queues;
using FlowEngine.Faults;
using FlowEngine.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>Nothing is left of hundreds of turns that met a fault, by whatever way they went.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
[Collection(AloneInTheProcess.Name)]
public sealed class LeakTests
{
    private const int AtOnce = 32;
    private const int Large = 96;
    private const int Mixed = 250;

    private static readonly int s_turns = Rounds.Times(400);

    private readonly IReadOnlyList<FaultCase> _cases = [.. Expected.Cases()];

    [Fact]
    public async Task ManyTurns_OfMixedFaults_LeaveNothingBehind()
    {
        await using var faulty = await FaultyService.StartAsync(FaultyService.Impatient with
        {
            FirstToken = TimeSpan.FromMilliseconds(400),
            Timeout = TimeSpan.FromMilliseconds(800),
        });

        // The framework keeps large buffers for the next large answer: they are no leak, so they are there from the beginning.
        await RunAsync(faulty, [.. _cases.Where(test => test.Fault.StartsWith("ten_megabytes", StringComparison.Ordinal))], 0, Large);
        await RunAsync(faulty, _cases, Large, Mixed);
        var before = await SettledAsync(faulty);

        await RunAsync(faulty, _cases, Large + Mixed, s_turns);
        var after = await SettledAsync(faulty);

        Assert.InRange(after.Handles, 0, before.Handles + (2 * AtOnce));
        Assert.InRange(after.Threads, 0, before.Threads + AtOnce);
        Assert.InRange(after.Timers, 0, before.Timers + 20);
        Assert.InRange(after.Bytes, 0, before.Bytes + (s_turns * 24_000));
        Assert.Equal((0, 0), await faulty.LeftOverAsync());
        var stored = await faulty.Service.ScalarAsync<long>("SELECT COUNT(*) FROM conversation_turns WHERE seq = 2");
        Assert.InRange(stored, s_turns, Large + Mixed + s_turns);
    }

    private static Task RunAsync(FaultyService faulty, IReadOnlyList<FaultCase> cases, int first, int count) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (i, _) => await RunAsync(faulty, cases[i % cases.Count] with { Run = i }, leaves: i % 10 == 0));

    private static async Task RunAsync(FaultyService faulty, FaultCase test, bool leaves)
    {
        var (api, path, more) = (faulty.ApiOf(test.Wire), test.Flow is null ? ChatApi.V1 : ChatApi.V2, LeavingClient.More(test));
        await api.SayAsync($"Hello [{Fault.Well}#before-{test.Id}]", path, more);
        if (leaves)
        {
            await LeavingClient.SendAsync(faulty, test with { Fault = "hang_mid_stream" }, Task.Delay(50));
        }
        else if (test.Streamed)
        {
            Assert.Equal("done", (await api.StreamAsync(FaultTurn.Content(test), path, more))[^1].Name);
        }
        else
        {
            await api.SayAsync(FaultTurn.Content(test), path, more);
        }
    }

    private static async Task<Resources> SettledAsync(FaultyService faulty)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (faulty.Server.UnderWay > 0 || faulty.Service.Services.GetRequiredService<ConversationLocks>().Count > 0)
        {
            await Task.Delay(20, patience.Token);
        }

        return Resources.Now();
    }
}
