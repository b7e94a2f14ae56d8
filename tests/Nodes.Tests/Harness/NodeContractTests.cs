using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Xunit;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>What holds for every registered node type, by its <see cref="NodeContract"/>.</summary>
public sealed class NodeContractTests
{
    private static readonly Dictionary<string, NodeContract> s_contracts = typeof(NodeContractTests).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(NodeContract)))
        .Select(type => (NodeContract)Activator.CreateInstance(type)!)
        .ToDictionary(contract => contract.Type);

    public static TheoryData<string> Types() => [.. new TestWorld().Registry.All.Select(type => type.Name)];

    public static TheoryData<string, int, string> Cases()
    {
        var cases = new TheoryData<string, int, string>();
        foreach (var (type, contract) in s_contracts)
        {
            for (var i = 0; i < contract.Cases.Count; i++)
            {
                cases.Add(type, i, "tr");
                cases.Add(type, i, "en");
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Contract_OfRegisteredType_ReachesEveryPort(string type)
    {
        Assert.True(s_contracts.TryGetValue(type, out var contract), $"There is no NodeContract for the node type '{type}'.");
        var declared = contract.Cases.SelectMany(item => NodeBench.PortsOf(World(item.World), type, item.Data)).Select(port => port.Name);
        var reached = contract.Cases.Select(item => item.Port).OfType<string>();

        Assert.NotEmpty(contract.Cases);
        Assert.Empty(declared.Except(reached));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Contract_OfWaitingType_HasACaseWithAnAnswer(string type)
    {
        var waits = new TestWorld().Registry.Find(type)!.Waits;

        Assert.True(!waits || s_contracts[type].Cases.Any(item => item.Turkish.Count > 1), $"'{type}' waits, but no case answers it.");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_ByCase_LeavesByItsPort(string type, int index, string language)
    {
        var item = s_contracts[type].Cases[index];
        var talk = NodeBench.Start(World(item.World), type, item.Data, item.Walk, add: item.Add);

        var outcomes = await RunAsync(talk, item, language);

        var last = outcomes[^1];
        Assert.Null(last.Failure);
        Assert.Equal(ConversationStatus.Ended, last.Status);
        if (item.Port is { } port)
        {
            Assert.Equal($"end_{port}", last.Trace[^1].Node.NodeId);
        }

        AssertSays(outcomes, language == "tr" ? item.SaysInTurkish : item.SaysInEnglish);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_WithItsPortUnconnected_FallsBack(string type, int index, string language)
    {
        var item = s_contracts[type].Cases[index];
        var world = World(item.World);
        var ports = NodeBench.PortsOf(world, type, item.Data);
        if (ports.FirstOrDefault(port => port.Name == item.Port) is not { Optional: true } port)
        {
            Assert.DoesNotContain(ports, other => other.Name == item.Port && other.Fallback != PortFallback.None);
            return;
        }

        var outcome = (await RunAsync(NodeBench.Start(world, type, item.Data, item.Walk, [port.Name], item.Add), item, language))[^1];

        switch (port.Fallback)
        {
            case PortFallback.FirstPort:
                Assert.Equal($"end_{ports[0].Name}", outcome.Trace[^1].Node.NodeId);
                break;
            case PortFallback.KeepWaiting:
                Assert.Equal(ConversationStatus.Waiting, outcome.Status);
                Assert.Null(outcome.Failure);
                break;
            case PortFallback.NoCase:
                Assert.Equal(FailureCodes.NoCase, outcome.Failure?.Code);
                break;
            default:
                Assert.NotNull(outcome.Failure);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Run_ByFailure_FailsWithItsCode(string type)
    {
        foreach (var item in s_contracts[type].Failures)
        {
            var talk = NodeBench.Start(World(item.World), type, item.Data, item.Walk, [NodePort.Error], item.Add);

            var outcome = await talk.SayAsync(item.Message);

            Assert.Equal(item.Code, outcome.Failure?.Code);
            Assert.Equal(MessageKind.Fallback, outcome.Messages[^1].Kind);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Schema_OfRegisteredType_AcceptsEveryConfigurationOfItsContract(string type)
    {
        var schema = ConfigurationSchema.Of(new TestWorld().Registry.Find(type)!);

        foreach (var item in s_contracts[type].Cases)
        {
            Assert.Empty(SchemaCheck.Faults(schema, JsonSerializer.SerializeToElement(item.Data)));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Schema_OfRegisteredType_DescribesEveryMember(string type)
    {
        var schema = ConfigurationSchema.Of(new TestWorld().Registry.Find(type)!);

        Assert.Equal("object", (string?)schema["type"]);
        Assert.Empty(SchemaCheck.Undescribed(schema, ""));
    }

    private static TestWorld World(Action<TestWorld>? change)
    {
        var world = new TestWorld();
        change?.Invoke(world);
        return world;
    }

    private static async Task<List<TurnOutcome>> RunAsync(TestConversation talk, NodeCase item, string language)
    {
        talk.Language = language;
        var outcomes = new List<TurnOutcome>();
        foreach (var message in language == "tr" ? item.Turkish : item.English)
        {
            outcomes.Add(message is null ? await talk.TimeOutAsync() : await talk.SayAsync(message));
        }

        Assert.All(outcomes.SkipLast(1), outcome => Assert.Equal(ConversationStatus.Waiting, outcome.Status));
        return outcomes;
    }

    private static void AssertSays(List<TurnOutcome> outcomes, string? part)
    {
        if (part is not null)
        {
            Assert.Contains(outcomes.SelectMany(outcome => outcome.Messages), message => message.Content.Contains(part, StringComparison.Ordinal));
        }
    }
}
