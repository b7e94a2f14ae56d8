using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Support;
using FlowEngine.Tests.Running.TestNodes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FlowEngine.Tests.Running;

/// <summary>What holds of any well-formed flow and any messages.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class EnginePropertyTests
{
    private static readonly string[] s_expectedFailures =
        ["boom", "no_case", "step_limit", "depth_limit", "output_limit", "state_too_large", "not_waiting"];

    private static readonly Gen<(string Flow, IReadOnlyList<string?> Messages)> s_cases = Gen.Zip(GeneratedFlow.Any, GeneratedFlow.Messages);

    [Fact]
    public void Generated_Flows_HaveNoErrorsButUnusedAndUnreachableParts()
    {
        var compiled = 0;
        Prop.ForAll(s_cases.ToArbitrary(), sample =>
        {
            // These flows are mute or go round as they please, which only publishing refuses.
            var result = FlowChecker.CheckToWalk(sample.Flow, new(TestRegistry.Make()));
            compiled += result.Document is null ? 0 : 1;
            return result.Findings.All(finding => finding.Code is "unreachable_node" or "no_end_reachable");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds.Times(200)));

        Assert.InRange(compiled, 100, 200);
    }

    [Fact]
    public void Turn_OfAnyFlow_EndsWaitsOrFailsByName() => ForAllTurns(
        (outcome, _) => (outcome.Failure is { } failure
            ? s_expectedFailures.Contains(failure.Code) && outcome.StateJson is null
            : outcome.StateJson is not null)
            && outcome.Status switch
            {
                ConversationStatus.Waiting => outcome.State.Walk is not null && outcome.WaitingNodeId is not null,
                ConversationStatus.Ended => outcome.State.Walk is null && outcome.WaitingNodeId is null,
                _ => outcome.Failure is not null,
            });

    [Fact]
    public void Turn_WithTheSameInput_HasTheSameOutcome() => ForAllTurns((outcome, again) => ReplayTests.Describe(outcome) == ReplayTests.Describe(again));

    [Fact]
    public void State_AfterAnyTurn_SurvivesSerialisation() => ForAllTurns((outcome, _) =>
    {
        var json = ConversationStateJson.Write(outcome.State);
        var (read, code) = ConversationStateJson.Read(System.Text.Encoding.UTF8.GetString(json));
        return code is null && ConversationStateJson.Write(read!).AsSpan().SequenceEqual(json);
    });

    [Fact]
    public void Conversations_OfOneFlowInParallel_SeeNothingOfEachOther() => Prop.ForAll(s_cases.ToArbitrary(), async sample =>
    {
        if (Start(sample.Flow) is not { } first)
        {
            return true;
        }

        var chats = Enumerable.Range(0, 4).Select(_ => new Chat(first)).ToArray();
        var alone = Enumerable.Range(0, 4).Select(_ => Start(sample.Flow)!).ToArray();
        var together = await Task.WhenAll(chats.Select((chat, i) => Task.Run(() => TalkAsync(chat, $"tag{i}", sample.Messages))));
        for (var i = 0; i < together.Length; i++)
        {
            var others = Enumerable.Range(0, 4).Where(other => other != i).Select(other => $"tag{other}");
            if (together[i] != await TalkAsync(alone[i], $"tag{i}", sample.Messages)
                || others.Any(other => together[i].Contains(other, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static void ForAllTurns(Func<TurnOutcome, TurnOutcome, bool> holds) => Prop.ForAll(s_cases.ToArbitrary(), async sample =>
    {
        if (Start(sample.Flow) is not { } chat)
        {
            return true;
        }

        foreach (var message in sample.Messages)
        {
            var input = chat.Input(message);
            var outcome = await chat.RunAsync(input);
            var again = await chat.RunAsync(input);
            if (!holds(outcome, again))
            {
                return false;
            }

            chat.Take(outcome);
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    /// <summary>Null where the checker refuses the flow, so that it could never be published.</summary>
    private static Chat? Start(string flow)
    {
        if (FlowChecker.Check(flow, new(TestRegistry.Make())).HasErrors)
        {
            return null;
        }

        var versions = new FakeVersions();
        versions.Add("main", flow);
        var chat = new Chat(versions);
        chat.Shop.Products.Add(FakeShop.Product(1, "chair", 10));
        return chat;
    }

    /// <summary>All that is said and stored.</summary>
    private static async Task<string> TalkAsync(Chat chat, string tag, IReadOnlyList<string?> messages)
    {
        var said = new List<string>();
        foreach (var message in messages)
        {
            var input = chat.Input(message is null ? null : $"{message} {tag}");
            var outcome = chat.Take(await chat.RunAsync(input with { Metadata = new Dictionary<string, string> { ["tag"] = tag } }));
            said.Add(ReplayTests.Describe(outcome));
            await Task.Yield();
        }

        return string.Join('\n', said);
    }
}
